import { announce } from "~/inngest/announce";
import { filesDropped } from "~/inngest/events";
import type { Db } from "~/kysely/database";
import type { DeletionSubject } from "~/kysely/schema";
import { newId } from "~/server/new-id";

export interface FilesToDrop {
  userId: string;
  subject: DeletionSubject;
  subjectId: string;
  /** Storage keys; nulls are passed over. */
  keys: (string | null)[];
}

/**
 * Writes down files that must go, in the transaction that deletes their rows.
 *
 * @returns the deletion's id for `announceDeletion` after the commit; undefined when there is no file.
 */
export async function dropFiles(trx: Db, files: FilesToDrop): Promise<string | undefined> {
  const { keys, ...of } = files;
  const fileKeys = keys.filter((key) => key !== null);
  if (fileKeys.length === 0) return undefined;
  const id = newId();
  await trx
    .insertInto("deletion")
    .values({ id, ...of, fileKeys: JSON.stringify(fileKeys) })
    .execute();
  return id;
}

/** Starts the deletion of written-down files. Call it after the commit; twice does no harm. */
export async function announceDeletion(deletionId: string | undefined): Promise<void> {
  if (deletionId === undefined) return;
  await announce(filesDropped.create({ deletionId }));
}
