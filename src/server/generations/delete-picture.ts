import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import { Failure } from "~/server/errors";
import { announceDeletion, dropFiles } from "~/server/privacy/drop-files";

/**
 * Deletes a user's finished picture and its files.
 *
 * @throws Failure NOT_FOUND for anyone else's, and for one that is still being made.
 */
export async function deletePicture(db: Db, owned: { userId: string; pictureId: string }): Promise<void> {
  const { userId, pictureId } = owned;
  const deletionId = await inTransaction(db, async (trx) => {
    const gone = await trx
      .deleteFrom("picture")
      .where("id", "=", pictureId)
      .where("userId", "=", userId)
      .where("status", "=", "ready")
      .returning(["storageKey", "thumbnailKey"])
      .executeTakeFirst();
    if (!gone) throw new Failure("NOT_FOUND", "This picture does not exist.");
    const keys = [gone.storageKey, gone.thumbnailKey];
    return dropFiles(trx, { userId, subject: "picture", subjectId: pictureId, keys });
  });
  await announceDeletion(deletionId);
}
