import { sql } from "kysely";
import type { CreateTableBuilder } from "kysely";

/** When the row was made: a UTC instant. */
export function withCreatedAt<Name extends string, Columns extends string>(
  table: CreateTableBuilder<Name, Columns>,
) {
  return table.addColumn("created_at", "timestamptz", (c) => c.notNull().defaultTo(sql`now()`));
}

/** Whose the row is; it goes with them. */
export function withUserId<Name extends string, Columns extends string>(
  table: CreateTableBuilder<Name, Columns>,
) {
  return table.addColumn("user_id", "text", (c) => c.notNull().references("app_user.id").onDelete("cascade"));
}
