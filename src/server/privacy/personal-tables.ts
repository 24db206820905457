import { sql } from "kysely";

import type { Db } from "~/kysely/database";

export interface KeyedTable {
  table: string;
  /** Columns that hold storage keys. */
  columns: string[];
  /** Whether its rows say whose they are. */
  hasUser: boolean;
}

/**
 * The tables whose rows point at files, read from the database itself: a text column whose name ends in `_key` holds a
 * storage key. So a table that is added later is erased and compared with storage too.
 */
export async function listKeyedTables(db: Db): Promise<KeyedTable[]> {
  const { rows } = await sql<{ table: string; columns: string[]; hasUser: boolean }>`
    select c.table_name as "table", array_agg(c.column_name::text order by c.column_name) as columns,
      exists (
        select from information_schema.columns u
        where u.table_schema = 'public' and u.table_name = c.table_name and u.column_name = 'user_id'
      ) as "hasUser"
    from information_schema.columns c
    where c.table_schema = 'public' and c.data_type = 'text' and c.column_name like '%\\_key'
    group by c.table_name
    order by c.table_name
  `.execute(db);
  return rows;
}

/** Every storage key that a user's rows point at; the rows stay locked, so that no key is added meanwhile. */
export async function lockKeysOf(trx: Db, userId: string): Promise<string[]> {
  const keys: string[] = [];
  for (const { table, columns, hasUser } of await listKeyedTables(trx)) {
    if (!hasUser) continue;
    const { rows } = await sql<{ keys: string[] }>`
      select array_remove(array[${sql.join(columns.map((column) => sql.ref(column)))}], null) as keys
      from ${sql.table(table)} where user_id = ${userId} for update
    `.execute(trx);
    keys.push(...rows.flatMap((row) => row.keys));
  }
  return keys;
}

/** The tables whose rows belong to a user, read from the database itself, and whether these have an id. */
export async function listPersonalTables(db: Db): Promise<{ table: string; hasId: boolean }[]> {
  const { rows } = await sql<{ table: string; hasId: boolean }>`
    select relname as "table", exists (
      select from information_schema.columns
      where table_schema = 'public' and table_name = relname and column_name = 'id'
    ) as "hasId"
    from pg_constraint join pg_class on pg_class.oid = conrelid
    where contype = 'f' and confrelid = 'app_user'::regclass order by relname
  `.execute(db);
  return rows;
}

/** How many rows of each table go with a user: those that have some. */
export async function countRowsOf(db: Db, userId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = { app_user: 1 };
  for (const { table: name } of await listPersonalTables(db)) {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from ${sql.table(name)} where user_id = ${userId}
    `.execute(db);
    const n = rows[0]?.n ?? 0;
    if (n > 0) counts[name] = n;
  }
  return counts;
}
