import type { Db } from "~/kysely/database";
import type { CreditEntryTable, CreditReason } from "~/kysely/schema";
import type { Insertable } from "kysely";

/** A user's balance in whole credits, their account locked until the transaction ends; 0 with a new account. */
export async function lockBalance(trx: Db, userId: string): Promise<number> {
  const locked = await selectForUpdate(trx, userId);
  if (locked) return locked.balance;

  await trx
    .insertInto("creditAccount")
    .values({ userId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const opened = await selectForUpdate(trx, userId);
  if (!opened) throw new Error(`User ${userId} has no account after it was opened.`);
  return opened.balance;
}

function selectForUpdate(trx: Db, userId: string) {
  return trx
    .selectFrom("creditAccount")
    .select("balance")
    .where("userId", "=", userId)
    .forUpdate()
    .executeTakeFirst();
}

/** Appends an entry. Returns false when (reason, ref) is already in the ledger. */
export async function insertEntry(trx: Db, entry: Insertable<CreditEntryTable>): Promise<boolean> {
  const row = await trx
    .insertInto("creditEntry")
    .values(entry)
    .onConflict((conflict) => conflict.columns(["reason", "ref"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Appends entries of which none is in the ledger yet: a repeated (reason, ref) fails the transaction. */
export async function insertEntries(trx: Db, entries: Insertable<CreditEntryTable>[]): Promise<void> {
  await trx.insertInto("creditEntry").values(entries).execute();
}

/** Which of these are in the ledger already. */
export async function findKnownRefs(trx: Db, reason: CreditReason, refs: string[]): Promise<Set<string>> {
  const rows = await trx
    .selectFrom("creditEntry")
    .select("ref")
    .where("reason", "=", reason)
    .where("ref", "in", refs)
    .execute();
  return new Set(rows.map((row) => row.ref));
}

export async function updateBalance(trx: Db, userId: string, balance: number): Promise<void> {
  await trx.updateTable("creditAccount").set({ balance }).where("userId", "=", userId).execute();
}

/** A user's balance in whole credits; undefined before their first sight. */
export async function findBalance(db: Db, userId: string): Promise<number | undefined> {
  const account = await db
    .selectFrom("creditAccount")
    .select("balance")
    .where("userId", "=", userId)
    .executeTakeFirst();
  return account?.balance;
}
