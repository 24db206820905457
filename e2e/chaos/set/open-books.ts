import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";

import { camelCase } from "~/kysely/connect";
import type { Database } from "~/kysely/schema";

/** The set's database, past the front: what is held there does not hold us, and we are not counted. */
export function openBooks(): Kysely<Database> {
  const pool = new pg.Pool({ connectionString: process.env["DATABASE_URL"], max: 4 });
  // Killed on purpose.
  pool.on("error", () => undefined);
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }), plugins: [camelCase] });
}
