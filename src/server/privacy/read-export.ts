import { sql } from "kysely";

import type { Db } from "~/kysely/database";

import { listKeyedTables, listPersonalTables } from "./personal-tables";

const PAGE = 500;

export interface ExportTable {
  /** The database's name of it. */
  table: string;
  /** What its file is called, without an ending. */
  name: string;
  /** Whether its rows have an id to page by. */
  hasId: boolean;
  userColumn: string;
}

/** Where the file is called by another name than the table, in the words of the pages. */
const names: Record<string, string> = {
  app_user: "settings",
  model: "models",
  photo: "photos",
  generation: "prompts",
  picture: "pictures",
  credit_entry: "ledger",
  credit_account: "credits",
  consent: "consents",
  invoice: "invoices",
  subscription: "plans",
};

/** Every table that says whose its rows are, read from the database itself, so that none is forgotten. */
export async function listExportTables(db: Db): Promise<ExportTable[]> {
  const rows = await listPersonalTables(db);
  const tables = [{ table: "app_user", hasId: true }, ...rows.filter(({ table }) => table !== "export")];
  return tables.map(({ table, hasId }) => ({
    table,
    hasId,
    name: names[table] ?? table,
    userColumn: table === "app_user" ? "id" : "user_id",
  }));
}

/** A user's rows of one table, oldest first, a page in memory at a time. Storage keys are ours and left out. */
export async function* readRows(
  db: Db,
  { table, userId }: { table: ExportTable; userId: string },
): AsyncIterable<unknown> {
  const order = sql.ref(table.hasId ? "id" : table.userColumn);
  for (let last: string | null = null; ;) {
    const { rows }: { rows: { row: Record<string, unknown>; cursor: string }[] } = await sql<{
      row: Record<string, unknown>;
      cursor: string;
    }>`
      select to_jsonb(t) as row, ${order}::text as cursor from ${sql.table(table.table)} t
      where ${sql.ref(table.userColumn)} = ${userId}
        and (${last}::text is null or ${order} > ${last}${sql.raw(table.hasId && table.table !== "app_user" ? "::uuid" : "::text")})
      order by ${order} limit ${PAGE}
    `.execute(db);
    for (const { row } of rows) {
      yield Object.fromEntries(Object.entries(row).filter(([column]) => !column.endsWith("_key")));
    }
    last = rows.at(-1)?.cursor ?? null;
    if (rows.length < PAGE) return;
  }
}

export interface ExportFile {
  key: string;
  name: string;
}

/** What a column of keys holds; others (thumbnails, uploads on their way, packed sets) are made from these. */
const kinds: Record<string, { folder: string; ending: string }> = {
  prepared_key: { folder: "photos", ending: "jpg" },
  storage_key: { folder: "pictures", ending: "jpg" },
  weights_key: { folder: "weights", ending: "safetensors" },
};

/** A user's files, oldest first, a page in memory at a time: named by day and the end of their row's id. */
export async function* readFileKeys(db: Db, userId: string): AsyncIterable<ExportFile> {
  for (const { table, columns, hasUser } of await listKeyedTables(db)) {
    for (const column of columns) {
      const kind = kinds[column];
      if (!kind || !hasUser) continue;
      for (let last = "00000000-0000-0000-0000-000000000000"; ;) {
        const { rows }: { rows: { id: string; key: string; day: string }[] } = await sql<{
          id: string;
          key: string;
          day: string;
        }>`
          select id::text, ${sql.ref(column)} as key, to_char(created_at at time zone 'utc', 'YYYY-MM-DD') as day
          from ${sql.table(table)}
          where user_id = ${userId} and ${sql.ref(column)} is not null and id > ${last}::uuid
          order by id limit ${PAGE}
        `.execute(db);
        for (const { id, key, day } of rows) {
          yield { key, name: `${kind.folder}/${day}-${id.slice(-12)}.${kind.ending}` };
        }
        last = rows.at(-1)?.id ?? last;
        if (rows.length < PAGE) break;
      }
    }
  }
}
