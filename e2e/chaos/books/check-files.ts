import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";

import { sql } from "kysely";
import type { Kysely } from "kysely";

import type { Database } from "~/kysely/schema";
import { FileRecord } from "~/local/uploadthing/file-record";

import type { Breach } from "./check";

export interface FileBreaches {
  /** Files that no row points at: a crash leaves them, and the night drops them. */
  orphans: Breach[];
  missing: Breach[];
}

/** Holds the storage's own folder against every column that names a file. */
export async function checkFiles(db: Kysely<Database>, home: string): Promise<FileBreaches> {
  const stored = await listStored(join(home, "uploadthing"));
  const pointers = await listPointers(db);
  const dropped = new Set(await listDropped(db));
  const pointed = new Map<string, string[]>();
  for (const { key, place } of pointers) pointed.set(key, [...(pointed.get(key) ?? []), place]);

  const problem = (rule: string, key: string, places: string[]) => ({
    rule,
    problem: `${key} ${places.join(", ")}`.trim(),
  });
  return {
    orphans: [...stored]
      .filter((key) => !pointed.has(key) && !dropped.has(key))
      .map((key) => problem("no file without a row", key, [])),
    missing: [
      ...[...pointed]
        .filter(([key]) => !stored.has(key))
        .map(([key, places]) => problem("no row without its file", key, places)),
      ...[...pointed]
        .filter(([, places]) => places.length > 1)
        .map(([key, places]) => problem("a file belongs to one row", key, places)),
    ],
  };
}

async function listStored(dir: string): Promise<Set<string>> {
  const keys = new Set<string>();
  for (const name of await readdir(join(dir, "records"))) {
    if (!name.endsWith(".json")) continue;
    const text = await readFile(join(dir, "records", name), "utf8").catch(() => undefined);
    if (text === undefined) continue;
    const { key, status, sizeBytes } = FileRecord.parse(JSON.parse(text));
    const found = await stat(join(dir, "bytes", key)).catch(() => undefined);
    if (status === "Uploaded" && found?.size === sizeBytes) keys.add(key);
  }
  return keys;
}

async function listPointers(db: Kysely<Database>): Promise<{ key: string; place: string }[]> {
  const { rows: columns } = await sql<{ table: string; column: string }>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' and data_type = 'text' and column_name like '%\\_key'
  `.execute(db);
  const selects = columns.map(
    ({ table, column }) => sql`
      select ${sql.ref(column)} as key, ${`${table}.${column} `}::text || id::text as place
      from ${sql.table(table)} where ${sql.ref(column)} is not null`,
  );
  return (await sql<{ key: string; place: string }>`${sql.join(selects, sql` union all `)}`.execute(db)).rows;
}

async function listDropped(db: Kysely<Database>): Promise<string[]> {
  const rows = await db.selectFrom("deletion").select("fileKeys").where("finishedAt", "is", null).execute();
  return rows.flatMap(({ fileKeys }) => fileKeys);
}
