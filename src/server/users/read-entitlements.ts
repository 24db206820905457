import { entitle } from "~/catalog/entitlements";
import type { Entitlements } from "~/catalog/entitlements";
import type { PlanId } from "~/catalog/plans";
import type { Db } from "~/kysely/database";
import { sql } from "kysely";

const holdsSlot = ["queued", "training", "ready"] as const;

/**
 * What a user may do now, in one query.
 *
 * @returns undefined for a user who has no row yet.
 */
export async function readEntitlements(db: Db, userId: string): Promise<Entitlements | undefined> {
  const row = await db
    .selectFrom("creditAccount")
    .select("balance")
    .select((eb) => [
      eb
        .selectFrom("subscription")
        .select("plan")
        .where("userId", "=", userId)
        .where((or) =>
          or.or([
            or("status", "in", ["active", "past_due"]),
            or.and([or("status", "=", "cancelled"), or("endsAt", ">", new Date())]),
          ]),
        )
        .orderBy("id", "desc")
        .limit(1)
        .as("plan"),
      eb
        .selectFrom("model")
        .select((fn) => fn.fn.countAll<string>().as("n"))
        .where("userId", "=", userId)
        .where("status", "in", holdsSlot)
        .as("slotsUsed"),
      eb
        .selectFrom("fineTuningUse")
        .select((fn) => fn.fn.countAll<string>().as("n"))
        .where("userId", "=", userId)
        .where("givenBackAt", "is", null)
        .where("createdAt", ">=", sql<Date>`date_trunc('month', now() at time zone 'utc') at time zone 'utc'`)
        .as("fineTuningsUsed"),
    ])
    .where("userId", "=", userId)
    .executeTakeFirst();
  if (!row) return undefined;

  const plan: PlanId = row.plan ?? "free";
  return entitle(plan, {
    credits: row.balance,
    slotsUsed: Number(row.slotsUsed),
    fineTuningsUsed: Number(row.fineTuningsUsed),
  });
}
