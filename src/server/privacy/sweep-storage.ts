import { sql } from "kysely";

import { uploadGraceHours } from "~/catalog/retention";
import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import type { MissingFile } from "~/kysely/schema";
import { newId } from "~/server/new-id";
import { listStoredFiles } from "~/server/vendors/uploadthing";
import { logProblem } from "~/server/request-id";

import { announceDeletion, dropFiles } from "./drop-files";
import { listKeyedTables } from "./personal-tables";

/** UploadThing's own default for a page (SDK 7.7.4, read 2026-11-22). */
const PAGE = 500;
/** A report that a person reads. */
const MOST_MISSING = 1000;

/** Begins a comparison of rows and storage. Safe to repeat. */
export async function beginStorageSweep(db: Db): Promise<void> {
  await db.deleteFrom("storedFile").execute();
}

/**
 * Notes one page of what storage has, numbered from 0, newest first: what is uploaded meanwhile moves files to later
 * pages, so none is passed over. Safe to repeat.
 *
 * @returns whether there is another page.
 * @throws Failure VENDOR_BUSY
 */
export async function noteStoredFiles(db: Db, { page }: { page: number }): Promise<boolean> {
  const { files, hasMore } = await listStoredFiles({ offset: page * PAGE, limit: PAGE });
  if (files.length > 0) {
    await db
      .insertInto("storedFile")
      .values(files)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return hasMore;
}

export interface StorageSweep {
  files: number;
  orphans: number;
  missing: MissingFile[];
}

/**
 * Compares all that was noted with all rows. Files that no row points at are deleted, unless they are so new that their
 * row may still come; rows whose file is not there are reported, in the result, the log and `/admin`.
 */
export async function endStorageSweep(db: Db): Promise<StorageSweep> {
  const { sweep, deletionIds } = await inTransaction(db, async (trx) => {
    const references = await selectReferences(trx);
    const orphans = await sql<{ key: string }>`
      select key from stored_file
      where uploaded_at < now() - make_interval(hours => ${uploadGraceHours})
        and not exists (select from (${references}) r where r.key = stored_file.key)
        and not exists (
          select from deletion where finished_at is null and jsonb_exists(deletion.file_keys, stored_file.key)
        )
    `.execute(trx);
    const missing = await sql<MissingFile>`
      select r."table", r."column", r.id from (${references}) r
      where not exists (select from stored_file where stored_file.key = r.key)
        and r.since < now() - make_interval(hours => ${uploadGraceHours})
      order by 1, 2, 3 limit ${MOST_MISSING}
    `.execute(trx);
    const files = await trx
      .selectFrom("storedFile")
      .select((eb) => eb.fn.countAll<string>().as("n"))
      .executeTakeFirstOrThrow();

    const id = newId();
    const keys = orphans.rows.map((row) => row.key);
    const ids: (string | undefined)[] = [];
    for (let from = 0; from < keys.length; from += 100) {
      const some = keys.slice(from, from + 100);
      ids.push(await dropFiles(trx, { userId: "", subject: "orphan", subjectId: id, keys: some }));
    }
    const found = { files: Number(files.n), orphans: keys.length, missing: missing.rows };
    await trx
      .insertInto("storageSweep")
      .values({ id, ...found, missing: JSON.stringify(found.missing) })
      .execute();
    await trx.deleteFrom("storedFile").execute();
    return { sweep: found, deletionIds: ids };
  });

  for (const deletionId of deletionIds) await announceDeletion(deletionId);
  for (const { table, column, id } of sweep.missing) {
    logProblem(`storage: ${table} ${id} points by ${column} at a file that is not there`);
  }
  return sweep;
}

/** Every key that any row points at, with where it stands and since when. */
async function selectReferences(db: Db) {
  const selects = (await listKeyedTables(db)).flatMap(({ table, columns }) =>
    columns.map(
      (column) => sql`
        select ${sql.ref(column)} as key, ${table}::text as "table", ${column}::text as "column",
          id::text as id, created_at as since
        from ${sql.table(table)} where ${sql.ref(column)} is not null`,
    ),
  );
  return sql.join(selects, sql` union all `);
}

/** Forgets deletions that were confirmed more than 30 days ago, exports and counted uses of yesterday, and invoices past their time. */
export async function forgetOldNotes(db: Db): Promise<void> {
  const day = 24 * 60 * 60_000;
  await db
    .deleteFrom("deletion")
    .where("finishedAt", "<", new Date(Date.now() - 30 * day))
    .execute();
  await db
    .deleteFrom("export")
    .where("createdAt", "<", new Date(Date.now() - day))
    .execute();
  await db
    .deleteFrom("rateUse")
    .where("touchedAt", "<", new Date(Date.now() - day))
    .execute();
  await db.deleteFrom("retainedInvoice").where("keptUntil", "<", new Date()).execute();
}
