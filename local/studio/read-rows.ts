import { escapeIdentifier } from "pg";
import type { Pool } from "pg";
import * as z from "zod";
import { inReadOnly } from "./read-tables";
import type { Table } from "./read-tables";

const PAGE_ROWS = 50;

const Cells = z.array(z.array(z.string().nullable()));

export interface Page {
  /** At most 50, by key; each cell in Postgres's own text form, in the order of the columns. */
  rows: (string | null)[][];
  /** What to hand in as `after` for the next page; undefined on the last. */
  next: string[] | undefined;
}

/** One page of a table's rows, after the row with this key. A table without a primary key goes by its rows' places on disk. */
export async function readRows(
  pool: Pool,
  table: Table,
  after: readonly string[] | undefined,
): Promise<Page> {
  const keys = keysOf(table);
  const names = keys.map((key) => key.sql).join(", ");
  const cells = [
    ...keys.map((key) => key.sql),
    ...table.columns.map((column) => escapeIdentifier(column.name)),
  ];
  const marks = keys.map((key, index) => `$${index + 1}::${key.type}`).join(", ");

  const isAfter = after?.length === keys.length;
  const text = [
    `select ${cells.map((cell) => `${cell}::text`).join(", ")} from ${escapeIdentifier(table.name)} as t`,
    isAfter ? `where (${names}) > (${marks})` : "",
    `order by ${names} limit ${PAGE_ROWS + 1}`,
  ].join(" ");
  const values = isAfter ? [...after] : [];
  const result = await inReadOnly(pool, (client) => client.query({ text, values, rowMode: "array" }));

  const found = Cells.parse(result.rows);
  const page = found.slice(0, PAGE_ROWS);
  const last = page.at(-1)?.slice(0, keys.length).map(String);
  return {
    rows: page.map((row) => row.slice(keys.length)),
    next: found.length > PAGE_ROWS ? last : undefined,
  };
}

/** How many rows a table has now. */
export async function countRows(pool: Pool, table: Table): Promise<number> {
  const text = `select count(*)::int from ${escapeIdentifier(table.name)}`;
  const { rows } = await inReadOnly(pool, (client) => client.query({ text, rowMode: "array" }));
  return z.tuple([z.tuple([z.number()])]).parse(rows)[0][0];
}

function keysOf(table: Table): { sql: string; type: string }[] {
  const keys = table.columns.filter((column) => column.isKey);
  if (keys.length === 0) return [{ sql: "t.ctid", type: "tid" }];
  // With the table's name, or "order by" would take the text in the answer for it, and 10 would come before 2.
  return keys.map((column) => ({ sql: `t.${escapeIdentifier(column.name)}`, type: column.type }));
}
