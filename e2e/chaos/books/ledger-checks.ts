import type { Check } from "./check";

/** What is fixture money: given by the harness, and by nobody's invoice. */
const given = "e.ref ~ '^(fixture|test)-'";

/** Credits by the rules, counted anew from the rows: none of it asks the product's own code or trusts a unique key. */
export const ledgerChecks: Check[] = [
  {
    name: "a balance is the sum of its entries",
    sql: `select a.user_id as of, 'has ' || a.balance || ', entries say ' || coalesce(sum(e.amount), 0) as problem
      from credit_account a left join credit_entry e using (user_id)
      group by a.user_id, a.balance having a.balance <> coalesce(sum(e.amount), 0)`,
  },
  {
    name: "a press is paid once, for what it asked",
    sql: `select g.user_id || ' ' || g.request_id as of, 'costs ' || sum(g.price) || ', paid ' || paid.n || ' in ' || paid.times as problem
      from generation g cross join lateral (
        select coalesce(-sum(e.amount), 0) as n, count(e.id) as times from credit_entry e
        where e.reason = 'generation' and e.user_id = g.user_id and e.ref in (
          select o.id::text from generation o where o.user_id = g.user_id and o.request_id = g.request_id)
      ) paid
      group by g.user_id, g.request_id, paid.n, paid.times
      having sum(g.price) <> paid.n or (sum(g.price) > 0 and paid.times <> 1)`,
  },
  {
    name: "a picture that did not come is given back once, and no other",
    sql: `select p.id::text as of, p.status || ', price ' || g.price / g.count || ', given back ' || back.n || ' in ' || back.times as problem
      from picture p join generation g on g.id = p.generation_id cross join lateral (
        select coalesce(sum(e.amount), 0) as n, count(e.id) as times from credit_entry e
        where e.reason = 'refund' and e.user_id = p.user_id and (e.ref = p.id::text or e.note like '%' || p.id::text || '%')
      ) back
      where g.price > 0 and case when p.status in ('failed', 'refused', 'cancelled')
        then back.n <> g.price / g.count or back.times <> 1 else back.times <> 0 end`,
  },
  {
    name: "nothing is given back for nothing",
    sql: `select e.user_id as of, count(*) || ' refunds for ' || max(lost.n) || ' lost pictures' as problem
      from credit_entry e cross join lateral (
        select count(*) as n from picture p join generation g on g.id = p.generation_id
        where p.user_id = e.user_id and g.price > 0 and p.status in ('failed', 'refused', 'cancelled')
      ) lost
      where e.reason = 'refund' group by e.user_id having count(*) <> max(lost.n)`,
  },
  {
    name: "grants are what invoices brought",
    sql: `select coalesce(e.user_id, i.user_id) as of, 'granted ' || coalesce(sum(e.amount), 0) || ', invoices say ' || coalesce(max(i.n), 0) as problem
      from (select user_id, amount from credit_entry e where reason = 'grant' and not ${given}) e
      full join (select user_id, sum(granted) as n from invoice group by user_id) i on i.user_id = e.user_id
      group by 1 having coalesce(sum(e.amount), 0) <> coalesce(max(i.n), 0)`,
  },
  {
    name: "a welcome comes once",
    sql: `select u.id as of, count(e.id) || ' welcomes' as problem from app_user u
      left join credit_entry e on e.user_id = u.id and e.reason = 'sign-up' group by u.id having count(e.id) <> 1`,
  },
];
