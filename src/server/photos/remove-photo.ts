import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import { Failure } from "~/server/errors";
import { announceDeletion, dropFiles } from "~/server/privacy/drop-files";

import { lockModelForPhotos } from "./queries";

/**
 * Deletes a user's photo and its files, while its model still takes photos.
 *
 * @throws Failure NOT_FOUND for a photo that is not theirs, NOT_READY while its model is in training or trained.
 */
export async function removePhoto(db: Db, owned: { userId: string; photoId: string }): Promise<void> {
  const { userId, photoId } = owned;

  const deletionId = await inTransaction(db, async (trx) => {
    const photo = await trx
      .selectFrom("photo")
      .select(["modelId"])
      .where("id", "=", photoId)
      .where("userId", "=", userId)
      .executeTakeFirst();
    if (!photo) throw new Failure("NOT_FOUND", "This photo does not exist.");
    const model = await lockModelForPhotos(trx, { userId, modelId: photo.modelId });
    if (!model)
      throw new Failure("NOT_READY", "Photos of a model cannot change once its training has started.");

    const gone = await trx
      .deleteFrom("photo")
      .where("id", "=", photoId)
      .returning(["originalKey", "preparedKey", "thumbnailKey"])
      .executeTakeFirst();
    const keys = gone ? [gone.originalKey, gone.preparedKey, gone.thumbnailKey] : [];
    return dropFiles(trx, { userId, subject: "photo", subjectId: photoId, keys });
  });

  await announceDeletion(deletionId);
}
