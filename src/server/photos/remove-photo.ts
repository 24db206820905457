import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import { Failure } from "~/server/errors";
import { announceDeletion, dropFiles } from "~/server/privacy/drop-files";

import { lockModelForPhotos } from "./queries";

/**
 * Deletes a user's photo and its files, while its model is not in training. Versions that were trained with it lose it too:
 * fine-tuned ones have learned from it, Instant ones go on with the references they have left.
 *
 * @throws Failure NOT_FOUND for a photo that is not theirs, NOT_READY while its model is in training and for the last
 *   reference of the version in use.
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
      throw new Failure(
        "NOT_READY",
        "Photos cannot change while the model is in training. Wait, or cancel it.",
      );

    await requireSpare(trx, { photoId, modelId: photo.modelId });

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

/** An Instant version is its references: without the last one it could make nothing. */
async function requireSpare(trx: Db, photo: { photoId: string; modelId: string }): Promise<void> {
  const references = await trx
    .selectFrom("modelVersionPhoto")
    .innerJoin("model", "model.activeVersionId", "modelVersionPhoto.versionId")
    .innerJoin("modelVersion", "modelVersion.id", "model.activeVersionId")
    .select("modelVersionPhoto.photoId")
    .where("model.id", "=", photo.modelId)
    .where("modelVersion.kind", "=", "instant")
    .where("modelVersionPhoto.referenceRank", "is not", null)
    .execute();
  if (references.length === 1 && references[0]?.photoId === photo.photoId) {
    throw new Failure(
      "NOT_READY",
      "This is the last reference photo of the version in use. Add others and train a new version first, or delete the model.",
    );
  }
}
