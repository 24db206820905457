import { createWriteStream, openAsBlob } from "node:fs";
import { Readable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";

import { ZipFile } from "yazl";

import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import { Failure } from "~/server/errors";
import { announceDeletion, dropFiles } from "~/server/privacy/drop-files";
import { storeFile } from "~/server/vendors/uploadthing";
import { openFile } from "~/server/vendors/uploadthing-read";
import { withTempFile } from "~/server/with-temp-file";

import { findTraining, listReadyPhotos } from "./queries";

/**
 * Packs a model's photos, each with its caption, into a ZIP in our private storage for the trainer to fetch. Streamed
 * through a temporary file, one photo in memory at a time. Safe to repeat: a packed set is used again.
 *
 * @throws Failure NOT_FOUND when the training has ended, VENDOR_BUSY when storage does not answer.
 */
export async function packDataset(db: Db, training: { modelId: string; attempt: number }): Promise<void> {
  const model = await findTraining(db, training);
  if (model?.status !== "training") throw new Failure("NOT_FOUND", "This training has already ended.");
  if (model.datasetKey !== null) return;

  const photos = await listReadyPhotos(db, model.id);
  const caption = `photo of ${model.triggerWord} ${model.subject}`;
  const datasetKey = await withTempFile(async (path) => {
    await writeZip(path, photos, caption);
    const body = await openAsBlob(path, { type: "application/zip" });
    return storeFile({ name: `${model.id}.zip`, type: "application/zip", body });
  });
  await keepDataset(db, { ...training, userId: model.userId, datasetKey });
}

async function writeZip(
  path: string,
  photos: { preparedKey: string | null }[],
  caption: string,
): Promise<void> {
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(path, { mode: 0o600 }));
  // JPEGs do not shrink.
  const options = { compress: false };
  for (const [index, { preparedKey }] of photos.entries()) {
    if (preparedKey === null) continue;
    const name = String(index + 1).padStart(2, "0");
    const { body } = await openFile(preparedKey);
    if (body === null) throw new Failure("VENDOR_BUSY", "The photo storage sent an empty file.");
    const photo = Readable.from(body);
    zip.addReadStream(photo, `${name}.jpg`, options);
    zip.addBuffer(Buffer.from(caption), `${name}.txt`, options);
    // One download at a time: the next is opened once this one has been read to its end.
    await finished(photo);
  }
  zip.end();
  await written;
}

async function keepDataset(
  db: Db,
  dataset: { modelId: string; attempt: number; userId: string; datasetKey: string },
): Promise<void> {
  const { modelId, attempt, userId, datasetKey } = dataset;
  const deletionId = await inTransaction(db, async (trx) => {
    const kept = await trx
      .updateTable("model")
      .set({ datasetKey, step: "packing" })
      .where("id", "=", modelId)
      .where("attempt", "=", attempt)
      .where("status", "=", "training")
      .where("datasetKey", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (kept) return undefined;
    return dropFiles(trx, { userId, subject: "dataset", subjectId: modelId, keys: [datasetKey] });
  });
  await announceDeletion(deletionId);
}
