import { sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";

import { entitle, planHeld } from "~/catalog/entitlements";
import type { Entitlements } from "~/catalog/entitlements";
import type { Db } from "~/kysely/database";
import { lowestIdAt } from "~/server/new-id";

const holdsSlot = ["queued", "training", "ready"] as const;
const HOUR_MS = 60 * 60_000;

/**
 * What a user may do now, in one query.
 *
 * @returns undefined for a user who has no row yet.
 */
export async function readEntitlements(db: Db, userId: string): Promise<Entitlements | undefined> {
  const hourAgo = lowestIdAt(new Date(Date.now() - HOUR_MS));
  const row = await db
    .selectFrom("creditAccount")
    .select("balance")
    .select((eb) => [
      jsonArrayFrom(
        // One word: inside a JSON document names are not translated.
        eb
          .selectFrom("subscription")
          .select(["plan", "status", "endsAt as ends"])
          .where("userId", "=", userId),
      ).as("holdings"),
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
      eb
        .selectFrom("generation")
        .select((fn) => fn.fn.sum<string | null>("count").as("n"))
        .where("userId", "=", userId)
        .where("id", ">", hourAgo)
        .as("picturesThisHour"),
      // Those that were cancelled were never made: they do not count against the hour.
      eb
        .selectFrom("generation")
        .innerJoin("picture", "picture.generationId", "generation.id")
        .select((fn) => fn.fn.countAll<string>().as("n"))
        .where("generation.userId", "=", userId)
        .where("generation.id", ">", hourAgo)
        .where("picture.status", "=", "cancelled")
        .as("cancelledThisHour"),
      eb
        .selectFrom("picture")
        .select((fn) => fn.fn.countAll<string>().as("n"))
        .where("userId", "=", userId)
        .where("status", "=", "queued")
        .as("picturesQueued"),
      jsonArrayFrom(eb.selectFrom("missingFluxModel").select("id")).as("missing"),
    ])
    .where("userId", "=", userId)
    .executeTakeFirst();
  if (!row) return undefined;

  const holdings = row.holdings.map(({ plan, status, ends }) => ({
    plan,
    status,
    // Out of a JSON document instants come as text.
    endsAt: ends === null ? null : new Date(ends),
  }));
  return entitle(planHeld(holdings, new Date()), {
    credits: row.balance,
    slotsUsed: Number(row.slotsUsed),
    fineTuningsUsed: Number(row.fineTuningsUsed),
    picturesThisHour: Number(row.picturesThisHour ?? 0) - Number(row.cancelledThisHour),
    picturesQueued: Number(row.picturesQueued),
    missingFluxModels: row.missing.map(({ id }) => id),
  });
}
