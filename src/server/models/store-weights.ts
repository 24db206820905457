import { createWriteStream, openAsBlob } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import { Failure } from "~/server/errors";
import { announceDeletion, dropFiles } from "~/server/privacy/drop-files";
import { openWeights } from "~/server/vendors/together";
import { storeFile } from "~/server/vendors/uploadthing";
import { withTempFile } from "~/server/with-temp-file";

import { findTraining } from "./queries";

/**
 * Copies a trained LoRA from the trainer's storage into our own, privately, through a temporary file; and drops the
 * packed photos, which nothing needs any more. Safe to repeat: stored weights are kept.
 *
 * @throws Failure NOT_FOUND when the training has ended, VENDOR_BUSY.
 */
export async function storeWeights(
  db: Db,
  training: { modelId: string; attempt: number; weightsUrl: string },
): Promise<void> {
  const { modelId, attempt, weightsUrl } = training;
  const model = await findTraining(db, { modelId, attempt });
  if (model?.status !== "training") throw new Failure("NOT_FOUND", "This training has already ended.");
  if (model.weightsKey !== null && model.datasetKey === null) return;

  await db
    .updateTable("model")
    .set({ step: "storing", progressPercent: 96 })
    .where("id", "=", modelId)
    .execute();
  const weightsKey = await copyWeights(model.id, weightsUrl);

  const deletionId = await inTransaction(db, async (trx) => {
    const kept = await trx
      .updateTable("model")
      .set({ weightsKey, datasetKey: null })
      .where("id", "=", modelId)
      .where("attempt", "=", attempt)
      .where("status", "=", "training")
      .returning("id")
      .executeTakeFirst();
    const keys = kept ? [model.datasetKey, model.weightsKey] : [weightsKey];
    return dropFiles(trx, { userId: model.userId, subject: "dataset", subjectId: modelId, keys });
  });
  await announceDeletion(deletionId);
}

async function copyWeights(modelId: string, weightsUrl: string): Promise<string> {
  const { body } = await openWeights(weightsUrl);
  if (body === null) throw new Failure("VENDOR_BUSY", "The trainer sent empty weights.");
  const type = "application/octet-stream";
  return withTempFile(async (path) => {
    await pipeline(Readable.from(body), createWriteStream(path, { mode: 0o600 }));
    return storeFile({ name: `${modelId}.safetensors`, type, body: await openAsBlob(path, { type }) });
  });
}
