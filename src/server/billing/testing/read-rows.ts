import type { Db } from "~/kysely/database";

/** A user's credit entries, oldest first: why, how many credits, the balance after. */
export async function readLedger(db: Db, userId: string): Promise<[string, number, number][]> {
  const rows = await db
    .selectFrom("creditEntry")
    .select(["reason", "amount", "balanceAfter"])
    .where("userId", "=", userId)
    .orderBy("id")
    .execute();
  return rows.map((row) => [row.reason, row.amount, row.balanceAfter]);
}

/** How a user's subscription stands in our rows. */
export async function readSubscription(db: Db, userId: string) {
  return db
    .selectFrom("subscription")
    .select(["plan", "status", "endsAt"])
    .where("userId", "=", userId)
    .executeTakeFirst();
}
