import type { Db } from "~/kysely/database";
import { deleteFiles } from "~/server/vendors/uploadthing";

/** Deletes the files of one deletion from storage and notes it. Safe to repeat: what is gone stays gone. */
export async function deleteDroppedFiles(db: Db, input: { deletionId: string }): Promise<void> {
  const deletion = await db
    .selectFrom("deletion")
    .select(["fileKeys", "finishedAt"])
    .where("id", "=", input.deletionId)
    .executeTakeFirst();
  if (!deletion || deletion.finishedAt) return;

  await deleteFiles(deletion.fileKeys);
  await db
    .updateTable("deletion")
    .set({ finishedAt: new Date() })
    .where("id", "=", input.deletionId)
    .execute();
}
