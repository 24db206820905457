import { createWriteStream, openAsBlob } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { ZipFile } from "yazl";

import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import { Failure } from "~/server/errors";
import { announceDeletion, dropFiles } from "~/server/privacy/drop-files";
import { openFile, storeFile } from "~/server/vendors/uploadthing";

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
  const folder = await mkdtemp(join(tmpdir(), "likeness-"));
  try {
    const path = join(folder, "dataset.zip");
    const zip = new ZipFile();
    const written = pipeline(zip.outputStream, createWriteStream(path, { mode: 0o600 }));
    for (const [index, photo] of photos.entries()) {
      if (photo.preparedKey === null) continue;
      const name = String(index + 1).padStart(2, "0");
      const { body } = await openFile(photo.preparedKey);
      if (body === null) throw new Failure("VENDOR_BUSY", "The photo storage sent an empty file.");
      const options = { compress: false };
      await addToZip(zip, Readable.from(body), `${name}.jpg`, options);
      zip.addBuffer(Buffer.from(caption), `${name}.txt`, options);
    }
    zip.end();
    await written;
    const body = await openAsBlob(path, { type: "application/zip" });
    const datasetKey = await storeFile({ name: `${model.id}.zip`, type: "application/zip", body });
    await keepDataset(db, { ...training, userId: model.userId, datasetKey });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Adds one stream and waits until it has been read to its end, so that downloads do not pile up. */
function addToZip(
  zip: ZipFile,
  stream: Readable,
  name: string,
  options: { compress: boolean },
): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.once("error", reject);
    stream.once("end", resolve);
    zip.addReadStream(stream, name, options);
  });
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
