import { trainingRecipe, trainingSteps } from "~/catalog/training-recipe";
import { env } from "~/env";
import type { Db } from "~/kysely/database";
import { Failure } from "~/server/errors";
import { submitJob } from "~/server/vendors/together";
import { PROVIDER_SECONDS, signFileUrl } from "~/server/vendors/uploadthing-read";

import { findTraining, listReadyPhotos } from "./queries";

/**
 * Hands a packed set to the trainer and notes the job. Safe to repeat: a crash between Together's answer and the note
 * leaves a second job, because its queue has no idempotency key (read 2026-11-22), but the container trains a training
 * once, by its id, and both jobs name the same weights.
 *
 * @returns the job's id.
 * @throws Failure NOT_FOUND when the training has ended, VENDOR_BUSY, VENDOR_UNAVAILABLE.
 */
export async function submitTraining(
  db: Db,
  training: { modelId: string; attempt: number },
): Promise<string> {
  const model = await findTraining(db, training);
  if (model?.status !== "training" || model.datasetKey === null) {
    throw new Failure("NOT_FOUND", "This training has already ended.");
  }
  if (model.jobId !== null) return model.jobId;
  if (!env.TOGETHER_TRAINER_DEPLOYMENT) {
    throw new Failure(
      "VENDOR_UNAVAILABLE",
      "Fine-tuned models are not offered here. Choose an Instant model.",
    );
  }

  const photos = await listReadyPhotos(db, model.id);
  const { base, rank, learningRate, resolutions, captionDropout } = trainingRecipe;
  const jobId = await submitJob({
    deployment: env.TOGETHER_TRAINER_DEPLOYMENT,
    modelId: model.id,
    trainingId: `${model.id}-${model.attempt}`,
    datasetUrl: await signFileUrl(model.datasetKey, PROVIDER_SECONDS),
    triggerWord: model.triggerWord,
    classWord: model.subject,
    steps: trainingSteps(photos.length),
    base,
    rank,
    learningRate,
    resolutions,
    captionDropout,
  });
  // Before the model's own note: what is at the trainer is known even when the training ends this moment.
  await db
    .insertInto("trainingJob")
    .values({ id: jobId, userId: model.userId, modelId: model.id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .updateTable("model")
    .set({ jobId, step: "training", progressPercent: 10 })
    .where("id", "=", model.id)
    .where("attempt", "=", model.attempt)
    .execute();
  return jobId;
}
