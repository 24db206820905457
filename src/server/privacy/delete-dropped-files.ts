import type { Db } from "~/kysely/database";
import { deleteFiles } from "~/server/vendors/uploadthing";

/** Deletes the files of deletions from storage, in one request, and notes it. Safe to repeat: what is gone stays gone. */
export async function deleteDroppedFiles(db: Db, input: { deletionIds: string[] }): Promise<void> {
  if (input.deletionIds.length === 0) return;
  const deletions = await db
    .selectFrom("deletion")
    .select(["id", "fileKeys"])
    .where("id", "in", input.deletionIds)
    .where("finishedAt", "is", null)
    .execute();
  if (deletions.length === 0) return;

  await deleteFiles(deletions.flatMap((deletion) => deletion.fileKeys));
  await db
    .updateTable("deletion")
    .set({ finishedAt: new Date() })
    .where(
      "id",
      "in",
      deletions.map((deletion) => deletion.id),
    )
    .execute();
}
