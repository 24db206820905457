import { announce } from "~/inngest/announce";
import { photoAttached } from "~/inngest/events";
import { photoRules } from "~/catalog/photo-rules";
import type { DeviceMeasures } from "~/catalog/photo-measures";
import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import { newId } from "~/server/new-id";
import { announceDeletion, dropFiles } from "~/server/privacy/drop-files";

import { lockModelForPhotos } from "./queries";

export interface UploadedFile {
  userId: string;
  modelId: string;
  /** The file's key in storage. */
  key: string;
  name: string;
  bytes: number;
  /** What the browser measured; null when it could not. */
  deviceMeasures: DeviceMeasures | null;
}

/**
 * Adds an uploaded file to a model, once per key however often the storage calls back, and has it checked.
 * A file that has no place (the model is gone, in training or full) is deleted from storage again.
 *
 * @returns the photo's id; undefined when it had no place.
 */
export async function attachPhoto(db: Db, file: UploadedFile): Promise<string | undefined> {
  const { userId, modelId, key, name, bytes } = file;
  const deviceMeasures = file.deviceMeasures && JSON.stringify(file.deviceMeasures);

  const outcome = await inTransaction(db, async (trx) => {
    const model = await lockModelForPhotos(trx, { userId, modelId });
    const known = await trx
      .selectFrom("photo")
      .select("id")
      .where("originalKey", "=", key)
      .executeTakeFirst();
    if (known) return { photoId: known.id };
    if (!model || model.photoCount >= photoRules.maxCount) {
      return {
        deletionId: await dropFiles(trx, { userId, subject: "upload", subjectId: modelId, keys: [key] }),
      };
    }
    const photoId = newId();
    await trx
      .insertInto("photo")
      .values({
        id: photoId,
        userId,
        modelId,
        originalKey: key,
        name: name.slice(0, 200),
        bytes,
        deviceMeasures,
      })
      .execute();
    return { photoId };
  });

  if (outcome.photoId === undefined) {
    await announceDeletion(outcome.deletionId);
    return undefined;
  }
  const { photoId } = outcome;
  await announce(photoAttached.create({ photoId, userId }));
  return photoId;
}
