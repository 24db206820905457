import { sql } from "kysely";

import type { Pulse } from "~/catalog/live";
import type { Db } from "~/kysely/database";

/** How things of one user stand now. */
export interface Standing {
  pulse: Pulse;
  /** Something will change by itself. */
  isMoving: boolean;
  /** Someone was sent to the checkout in the last hour and has not paid yet, as far as we know. */
  awaitsPayment: boolean;
}

interface Row {
  userId: string;
  pictures: string | null;
  models: string | null;
  photos: string | null;
  credits: string | null;
  plan: string | null;
  isMoving: boolean;
  awaitsPayment: boolean;
}

/**
 * Reads how things stand for many users in one statement, each by its own index: what is unfinished, and little more.
 *
 * @returns by user id; users without a row are left out.
 */
export async function readPulses(db: Db, userIds: readonly string[]): Promise<Map<string, Standing>> {
  if (userIds.length === 0) return new Map();
  const { rows } = await sql<Row>`
    select
      person.id as user_id,
      concat_ws(' ', newest.id, unfinished.states) as pictures,
      md5(models.states) as models,
      photos.states as photos,
      account.balance::text as credits,
      concat_ws(' ', plans.states, checkouts.id) as plan,
      coalesce(unfinished.states is not null or models.are_moving or photos.are_moving, false) as is_moving,
      checkouts.id is not null as awaits_payment
    from app_user as person
    left join credit_account as account on account.user_id = person.id
    left join lateral (
      select id from generation where user_id = person.id order by id desc limit 1
    ) as newest on true
    left join lateral (
      select string_agg(concat_ws(':', generation.id, generation.status, waiting.n), ' ' order by generation.id) as states
      from generation
      left join lateral (
        select count(*) as n from picture where generation_id = generation.id and status = 'queued'
      ) as waiting on true
      where user_id = person.id and generation.status <> 'done'
    ) as unfinished on true
    left join lateral (
      select
        string_agg(concat_ws(':', id, status, attempt, step, progress_percent), ' ' order by id) as states,
        bool_or(status in ('queued', 'training')) as are_moving
      from model where user_id = person.id
    ) as models on true
    left join lateral (
      select
        string_agg(concat_ws(':', status, n), ' ' order by status) as states,
        bool_or(status = 'uploaded') as are_moving
      from (
        select photo.status, count(*) as n
        from photo join model on model.id = photo.model_id
        where model.user_id = person.id
        group by photo.status
      ) as counted
    ) as photos on true
    left join lateral (
      select string_agg(concat_ws(':', id, plan, status, ends_at, renews_at), ' ' order by id) as states
      from subscription where user_id = person.id
    ) as plans on true
    left join lateral (
      select id from checkout
      where user_id = person.id and paid_at is null and created_at > now() - interval '1 hour'
      order by id desc limit 1
    ) as checkouts on true
    where person.id in (${sql.join(userIds)})
  `.execute(db);
  return new Map(rows.map((row) => [row.userId, toStanding(row)]));
}

function toStanding({ pictures, models, photos, credits, plan, isMoving, awaitsPayment }: Row): Standing {
  const pulse = {
    pictures: pictures ?? "",
    models: models ?? "",
    photos: photos ?? "",
    credits: credits ?? "",
    plan: plan ?? "",
  };
  return { pulse, isMoving, awaitsPayment };
}
