import { sql } from "kysely";
import type { Kysely } from "kysely";

import type { Database } from "~/kysely/schema";

/** Instants by our own clock. The seller's stay: it would call them a drift. */
const ownInstants = [
  ...["created_at", "claimed_at", "finished_at", "queued_at", "deadline_at", "settles_at", "expected_at"],
  ...["deleted_at", "uploaded_at", "confirmed_at", "dropped_at", "given_back_at", "asked_at", "window_at"],
];

/** Lets minutes pass for every row: all that happened lies further back, and all that is due is nearer. */
export async function passTime(db: Kysely<Database>, minutes: number): Promise<void> {
  const { rows } = await sql<{ table: string; columns: string[] }>`
    select table_name as "table", array_agg(column_name::text) as columns from information_schema.columns
    where table_schema = 'public' and data_type = 'timestamp with time zone' and column_name = any(${ownInstants})
    group by table_name
  `.execute(db);
  await db.transaction().execute(async (trx) => {
    for (const { table, columns } of rows) {
      const moves = columns.map(
        (column) => sql`${sql.ref(column)} = ${sql.ref(column)} - make_interval(mins => ${minutes}::int)`,
      );
      await sql`update ${sql.table(table)} set ${sql.join(moves)}`.execute(trx);
    }
  });
}
