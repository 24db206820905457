import { sql } from "kysely";

import { planIds, plans } from "~/catalog/plans";
import type { PlanId } from "~/catalog/plans";
import type { Db } from "~/kysely/database";
import { lowestIdAt } from "~/server/new-id";

const DAY_MS = 24 * 60 * 60_000;
/** Of what was earned and made. */
const MONTH_DAYS = 30;
const MOST_REASONS = 20;

export type StuckKind =
  "pictures" | "generations" | "trainings" | "photos" | "deletions" | "erasures" | "payments";

/** Work that should have ended: the sweep has looked at it more than once by then. */
export interface Stuck {
  kind: StuckKind;
  count: number;
  oldestAt: Date;
}

/** Why something did not come, in the last day. */
export interface FailureReason {
  what: "picture" | "training" | "photo";
  reason: string;
  count: number;
}

/** How a plan does: people now, money and work of the last 30 days. */
export interface PlanStanding {
  plan: PlanId;
  people: number;
  /** Those who pay for it. */
  paying: number;
  /** What paying people will be asked for in a month, in US cents. */
  monthlyCents: number;
  /** Invoices that were paid less what was refunded, in US cents. */
  earnedCents: number;
  pictures: number;
  trainings: number;
}

/** What an operator looks at each day. Four statements that travel as one; nothing in them names a person or quotes one. */
export async function readOperations(
  db: Db,
): Promise<{ stuck: Stuck[]; failures: FailureReason[]; standings: PlanStanding[] }> {
  const [stuck, failures, people, earned] = await Promise.all([
    readStuck(db),
    readFailures(db),
    readPeople(db),
    readEarned(db),
  ]);
  const standings = planIds.map((plan) => {
    const held = people.find((row) => row.plan === plan);
    const paying = held?.paying ?? 0;
    return {
      plan,
      people: held?.people ?? 0,
      paying,
      monthlyCents: paying * plans[plan].priceUsd * 100,
      earnedCents: earned.find((row) => row.plan === plan)?.cents ?? 0,
      pictures: held?.pictures ?? 0,
      trainings: held?.trainings ?? 0,
    };
  });
  return { stuck, failures, standings };
}

/** Each by the column that says until when it should have ended, and the time that the sweeps need. */
async function readStuck(db: Db): Promise<Stuck[]> {
  const { rows } = await sql<{ kind: StuckKind; n: number; oldest: Date }>`
    select kind, count(*)::int as n, min(at) as oldest from (
      select 'pictures' as kind, claimed_at as at from picture
        where status = 'queued' and claimed_at < now() - interval '20 minutes'
      union all select 'generations', deadline_at from generation
        where status <> 'done' and deadline_at < now() - interval '5 minutes'
      union all select 'trainings', deadline_at from model
        where status in ('queued', 'training') and deadline_at < now() - interval '5 minutes'
      union all select 'photos', created_at from photo
        where status = 'uploaded' and created_at < now() - interval '10 minutes'
      union all select 'deletions', created_at from deletion
        where finished_at is null and created_at < now() - interval '1 hour'
      union all select 'erasures', created_at from erasure
        where finished_at is null and created_at < now() - interval '1 day'
      union all select 'payments', created_at from billing_event where applied_at is null
    ) as late group by kind order by oldest
  `.execute(db);
  return rows.map(({ kind, n, oldest }) => ({ kind, count: n, oldestAt: new Date(oldest) }));
}

async function readFailures(db: Db): Promise<FailureReason[]> {
  const since = new Date(Date.now() - DAY_MS);
  const { rows } = await sql<{ what: FailureReason["what"]; reason: string; n: number }>`
    select what, reason, count(*)::int as n from (
      select 'picture' as what, coalesce(failure, status) as reason from picture
        where status in ('failed', 'refused') and id >= ${lowestIdAt(since)}
      union all select 'training', coalesce(failure, status) from model
        where status = 'failed' and finished_at >= ${since}
      union all select 'photo', coalesce(refusal, status) from photo
        where status = 'refused' and id >= ${lowestIdAt(since)}
    ) as failed group by what, reason order by n desc, reason
  `.execute(db);
  const merged = new Map<string, FailureReason>();
  for (const { what, reason, n } of rows) {
    const nameless = withoutName(reason);
    const key = `${what} ${nameless}`;
    merged.set(key, { what, reason: nameless, count: (merged.get(key)?.count ?? 0) + n });
  }
  return [...merged.values()].toSorted((a, b) => b.count - a.count).slice(0, MOST_REASONS);
}

/** Some reasons begin with the name that somebody gave their model, which is nobody else's to read. */
function withoutName(reason: string): string {
  return reason.replace(
    /^.*? (?=was deleted before|has lost its weights|has no reference photos)/s,
    "A model ",
  );
}

interface PlanPeople {
  plan: PlanId;
  people: number;
  paying: number;
  pictures: number;
  trainings: number;
}

/** People and their work by the plan they hold now: the same rule as `isUsable` of src/catalog/subscription-status.ts. */
async function readPeople(db: Db): Promise<PlanPeople[]> {
  const since = lowestIdAt(new Date(Date.now() - MONTH_DAYS * DAY_MS));
  const { rows } = await sql<PlanPeople>`
    with held as (
      select distinct on (user_id) user_id, plan, provider_id is not null as paying from subscription
      where status in ('on_trial', 'active', 'past_due') or (status = 'cancelled' and ends_at > now())
      order by user_id, array_position(array['enterprise', 'pro', 'creator', 'free'], plan)
    ), made as (
      select user_id, count(*)::int as n from picture where status = 'ready' and id >= ${since} group by user_id
    ), trained as (
      select user_id, count(*)::int as n from model_version where id >= ${since} group by user_id
    )
    select coalesce(held.plan, 'free') as plan, count(*)::int as people,
      count(*) filter (where held.paying)::int as paying,
      coalesce(sum(made.n), 0)::int as pictures, coalesce(sum(trained.n), 0)::int as trainings
    from app_user
    left join held on held.user_id = app_user.id
    left join made on made.user_id = app_user.id
    left join trained on trained.user_id = app_user.id
    group by 1
  `.execute(db);
  return rows;
}

async function readEarned(db: Db): Promise<{ plan: PlanId | null; cents: number }[]> {
  const { rows } = await sql<{ plan: PlanId | null; cents: number }>`
    select plan, sum(total_cents - refunded_cents)::int as cents from invoice
    where status in ('paid', 'refunded', 'partial_refund') and currency = 'USD'
      and issued_at >= ${new Date(Date.now() - MONTH_DAYS * DAY_MS)}
    group by plan
  `.execute(db);
  return rows;
}
