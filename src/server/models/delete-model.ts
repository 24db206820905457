import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import { lockBalance } from "~/server/credits/queries";
import { Failure } from "~/server/errors";
import { cancelForModel } from "~/server/generations/cancel-waiting";
import { announceDeletion, dropFiles } from "~/server/privacy/drop-files";
import { announceErasure } from "~/server/privacy/open-erasure";
import { recordModelErasure } from "~/server/privacy/record-model-erasure";

import { announceCancellation, giveBackFineTuning } from "./end-training";
import { isRunning } from "./is-running";

/**
 * Deletes a user's model with its photos and the weights of all its versions, in storage too. A training that runs is
 * called off, and pictures that wait for it are cancelled and given back. The pictures that were made with it stay, as
 * they were asked for by name. Once storage and trainer have confirmed, there is a receipt; a draft, of which nothing
 * was made, gets none.
 *
 * @throws Failure NOT_FOUND.
 */
export async function deleteModel(db: Db, owned: { userId: string; modelId: string }): Promise<void> {
  const { userId, modelId } = owned;

  const { model, deletionId, erasureId } = await inTransaction(db, async (trx) => {
    // Before the model, as a press does: the two would wait for each other otherwise.
    await lockBalance(trx, userId);
    const found = await trx
      .selectFrom("model")
      .select(["id", "userId", "name", "status", "attempt", "jobId", "datasetKey", "weightsKey"])
      .where("id", "=", modelId)
      .where("userId", "=", userId)
      .forUpdate()
      .executeTakeFirst();
    if (!found) throw new Failure("NOT_FOUND", "This model does not exist.");
    await cancelForModel(trx, { userId, modelId, name: found.name });

    const photos = await trx
      .deleteFrom("photo")
      .where("modelId", "=", modelId)
      .returning(["originalKey", "preparedKey", "thumbnailKey"])
      .execute();
    const photoKeys = photos.flatMap((photo) => [photo.originalKey, photo.preparedKey, photo.thumbnailKey]);
    const versions = await trx
      .selectFrom("modelVersion")
      .select("weightsKey")
      .where("modelId", "=", modelId)
      .execute();
    if (isRunning(found.status)) await giveBackFineTuning(trx, { modelId, attempt: found.attempt });
    await trx.deleteFrom("model").where("id", "=", modelId).execute();

    const weightsKeys = versions.map((version) => version.weightsKey);
    const keys = [...photoKeys, ...weightsKeys, found.datasetKey, found.weightsKey];
    const deletion = await dropFiles(trx, { userId, subject: "model", subjectId: modelId, keys });
    if (found.status === "draft") return { model: found, deletionId: deletion };
    const rowCounts = { model: 1, photo: photos.length };
    const deleted = { userId, modelId, deletionId: deletion, rowCounts, jobId: found.jobId };
    return { model: found, deletionId: deletion, erasureId: await recordModelErasure(trx, deleted) };
  });

  await announceDeletion(deletionId);
  await announceErasure(erasureId);
  if (isRunning(model.status)) await announceCancellation(model);
}
