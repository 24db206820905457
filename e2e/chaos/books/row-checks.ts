import type { Check } from "./check";

/** Each thing exactly once, and whole. */
export const rowChecks: Check[] = [
  {
    name: "each picture exactly once",
    sql: `select g.id::text as of, count(p.id) || ' pictures at ' || count(distinct p.position) || ' places of ' || g.count as problem
      from generation g left join picture p on p.generation_id = g.id
      group by g.id, g.user_id, g.count having count(p.id) <> count(distinct p.position) or count(p.id) > g.count
        or (count(p.id) < g.count and not exists (
          select from deletion d where d.user_id = g.user_id and d.subject = 'picture'))`,
  },
  {
    name: "a picture is there or it is not",
    sql: `select id::text as of, status || ' with ' || num_nonnulls(storage_key, thumbnail_key) || ' files' as problem from picture
      where num_nonnulls(storage_key, thumbnail_key) <> case when status = 'ready' then 2 else 0 end`,
  },
  {
    name: "a picture has the size that was paid for",
    sql: `select p.id::text as of, p.width_px || ' x ' || p.height_px as problem from picture p join generation g on g.id = p.generation_id
      where p.status = 'ready' and p.width_px * p.height_px < coalesce(g.width_px * g.height_px, 1000000) / 2`,
  },
  {
    name: "a ticket makes one picture",
    sql: `select ticket::text as of, count(*) || ' pictures' as problem from picture
      where ticket is not null group by ticket having count(*) > 1`,
  },
  {
    name: "a generation is over with its pictures",
    sql: `select g.id::text as of, g.status as problem from generation g where (g.status = 'done') =
      exists (select from picture p where p.generation_id = g.id and p.status = 'queued')`,
  },
  {
    name: "a training makes one version",
    sql: `select model_id || ' attempt ' || attempt as of, count(*) || ' versions' as problem
      from model_version group by model_id, attempt having count(*) > 1`,
  },
  {
    name: "a model that is ready has its version, and holds nothing of a training",
    sql: `select m.id::text as of, m.status || ', version ' || coalesce(v.id::text, 'none') || ', ' ||
        num_nonnulls(m.dataset_key, m.weights_key) || ' files of a training' as problem
      from model m left join model_version v on v.id = m.active_version_id
      where (m.status = 'ready' and (v.id is null or (v.kind = 'fine-tuned') <> (v.weights_key is not null)))
        or (m.status not in ('queued', 'training') and num_nonnulls(m.dataset_key, m.weights_key) > 0)`,
  },
  {
    name: "a fine-tuning is metered once, and given back when it made nothing",
    sql: `select u.model_id || ' attempt ' || u.attempt as of, count(*) || ' uses, given back ' || count(u.given_back_at) as problem
      from fine_tuning_use u join model m on m.id = u.model_id
      where not (m.attempt = u.attempt and m.status in ('queued', 'training'))
      group by u.model_id, u.attempt
      having count(*) <> 1 or (count(u.given_back_at) = 0) <> exists (
        select from model_version v where v.model_id = u.model_id and v.attempt = u.attempt)`,
  },
  {
    name: "an erased account has no rows",
    sql: `select e.subject_hash as of, 'has a receipt and still a user' as problem from erasure e
      where e.scope = 'account' and e.finished_at is not null and e.user_id is not null`,
  },
  {
    name: "an erasure that is over has its receipt and no tasks",
    sql: `select e.id::text as of, case when e.receipt is null then 'no receipt' else 'tasks left' end as problem from erasure e
      where e.finished_at is not null and (e.receipt is null or exists (select from erasure_task t where t.erasure_id = e.id))`,
  },
  {
    name: "an invoice is known once",
    sql: `select provider_id as of, count(*) || ' rows' as problem from invoice group by provider_id having count(*) > 1`,
  },
];
