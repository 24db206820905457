import type { ControlledTransaction, Kysely, Transaction } from "kysely";

import type { Database } from "./schema";

/** A connection or an open transaction: every query takes one, so callers decide what is atomic. */
export type Db = Kysely<Database> | Transaction<Database> | ControlledTransaction<Database>;

/** Runs `work` in one transaction, joining the caller's when there already is one. */
export function inTransaction<T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}
