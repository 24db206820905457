import { sql } from "kysely";

import { planIds } from "~/catalog/plans";
import type { PlanId } from "~/catalog/plans";
import { rates, sayWait } from "~/catalog/rates";
import type { Rate, RateId } from "~/catalog/rates";
import { isUsable, subscriptionStatuses } from "~/catalog/subscription-status";
import type { Db } from "~/kysely/database";
import { noteRefusal } from "~/log/note-refusal";
import { Failure } from "~/server/errors";
import { currentRequestId } from "~/server/request-id";

/** Who does something. Who is unknown is not counted. */
export interface Doer {
  userId: string | null;
  /** SHA-256 of the client's address, hex. */
  addressHash: string | null;
}

const ahead = new Date(8.64e15);
/** The catalogue's rule, as the database needs it: usable whenever, and usable until the end. */
const usable = subscriptionStatuses.filter((status) =>
  isUsable({ plan: null, status, endsAt: null }, new Date()),
);
const usableToTheEnd = subscriptionStatuses.filter((status) =>
  isUsable({ plan: null, status, endsAt: ahead }, new Date()),
);

/**
 * Counts that somebody does something, by user and by address, or refuses when one of them did it too often. A refused try
 * is not counted. One statement, so of fifty at once exactly as many pass as may; the plan decides how many.
 *
 * @param db not a transaction that stays open: who else does the same would wait for its end.
 * @throws Failure TOO_OFTEN with a sentence and the seconds after which it goes on.
 */
export async function takeUse(db: Db, use: { what: RateId } & Doer): Promise<void> {
  const { what, userId, addressHash } = use;
  const rate: Rate = rates[what];
  const counted = [
    ...(userId !== null && rate.perUser
      ? [{ name: `${what} user ${userId}`, limit: limitOf(userId, rate.perUser) }]
      : []),
    ...(addressHash !== null && rate.perAddress !== undefined
      ? [{ name: `${what} address ${addressHash}`, limit: sql`${rate.perAddress}::int` }]
      : []),
  ];
  if (counted.length === 0) return;

  const names = sql.join(counted.map(({ name }) => sql`${name}::text`));
  const limits = sql.join(counted.map(({ limit }) => limit));
  const { rows } = await sql<{ wait: number }>`
    select take_use(array[${names}], array[${limits}], ${rate.windowSeconds}::int) as wait
  `.execute(db);
  const wait = rows[0]?.wait ?? 0;
  if (wait === 0) return;
  noteRefusal(`too-often ${what}`, currentRequestId());
  throw new Failure("TOO_OFTEN", `${rate.sentence} ${sayWait(wait)}`, { retryAfterSeconds: wait });
}

/** What the best plan that a user holds allows: read with the count, because a plan may end at any moment. */
function limitOf(userId: string, perUser: Record<PlanId, number>) {
  const byPlan = planIds.map((plan) => sql`when ${sql.lit(plan)} then ${sql.lit(perUser[plan])}`);
  return sql`(
    select greatest(${sql.lit(perUser.free)}, max(case plan ${sql.join(byPlan, sql` `)} end))::int
    from subscription
    where user_id = ${userId} and (
      status in (${sql.join(usable)}) or (status in (${sql.join(usableToTheEnd)}) and ends_at > now())
    )
  )`;
}
