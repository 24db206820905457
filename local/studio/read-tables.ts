import type { Pool, PoolClient } from "pg";
import * as z from "zod";

const Columns = z.array(
  z.object({ table: z.string(), name: z.string(), type: z.string(), isKey: z.boolean() }),
);

interface Column {
  name: string;
  /** As Postgres writes it: `timestamp with time zone`. */
  type: string;
  /** Whether it is part of the primary key. */
  isKey: boolean;
}

export interface Table {
  name: string;
  columns: Column[];
}

const columnsQuery = `
  select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
    exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any (i.indkey)) as "isKey"
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relkind in ('r', 'p') and n.nspname = 'public'
  order by c.relname, a.attnum`;

/** The tables of the public schema, by name, with their columns in order. */
export async function readTables(pool: Pool): Promise<Table[]> {
  const { rows } = await inReadOnly(pool, (client) => client.query(columnsQuery));
  const tables = new Map<string, Column[]>();
  for (const { table, ...column } of Columns.parse(rows)) {
    tables.set(table, [...(tables.get(table) ?? []), column]);
  }
  return [...tables].map(([name, columns]) => ({ name, columns }));
}

/** Runs `work` where Postgres itself refuses every change. */
export async function inReadOnly<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("begin read only");
    return await work(client);
  } finally {
    await client.query("rollback").catch(() => undefined);
    client.release();
  }
}
