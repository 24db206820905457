import { announce } from "~/inngest/announce";
import { modelCancelled } from "~/inngest/events";
import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import { Failure } from "~/server/errors";
import { announceDeletion, dropFiles } from "~/server/privacy/drop-files";

import { isRunning } from "./is-running";

/** What a training must show to be ended. */
interface RunningTraining {
  id: string;
  userId: string;
  attempt: number;
  jobId: string | null;
  datasetKey: string | null;
  /** Of a training that ended between storing them and becoming a version. */
  weightsKey: string | null;
  /** The version that goes on making pictures. */
  activeVersionId: string | null;
}

/**
 * Ends a training with a reason and gives the fine-tuning back; a model with a version goes on with that. Only a training that still runs is ended, so both
 * the function and the sweep may call it, and twice.
 */
export async function failTraining(
  db: Db,
  input: { modelId: string; attempt: number; reason: string },
): Promise<void> {
  const { modelId, attempt, reason } = input;
  const deletionId = await inTransaction(db, async (trx) => {
    const model = await lockModel(trx, modelId);
    if (!model || model.attempt !== attempt || !isRunning(model.status)) return undefined;
    return end(trx, model, { status: "failed", failure: reason });
  });
  await announceDeletion(deletionId);
}

/**
 * Calls a user's training off and gives the fine-tuning back. The photos stay.
 *
 * @throws Failure NOT_FOUND, NOT_READY when it is no longer in training.
 */
export async function cancelTraining(db: Db, owned: { userId: string; modelId: string }): Promise<void> {
  const { model, deletionId } = await inTransaction(db, async (trx) => {
    const found = await lockModel(trx, owned.modelId);
    if (found?.userId !== owned.userId) throw new Failure("NOT_FOUND", "This model does not exist.");
    if (!isRunning(found.status)) throw new Failure("NOT_READY", "This training has already ended.");
    return { model: found, deletionId: await end(trx, found, { status: "cancelled", failure: null }) };
  });
  await announceDeletion(deletionId);
  await announceCancellation(model);
}

/** Stops the function that trains a model and drops the trainer's job. */
export async function announceCancellation(
  training: Pick<RunningTraining, "id" | "attempt" | "jobId">,
): Promise<void> {
  const { id: modelId, attempt, jobId } = training;
  await announce(
    modelCancelled.create({ modelId, attempt, jobId }, { id: `model-cancelled-${modelId}-${attempt}` }),
  );
}

/** Gives a fine-tuning back to the month it was taken from. */
export async function giveBackFineTuning(
  trx: Db,
  training: { modelId: string; attempt: number },
): Promise<void> {
  await trx
    .updateTable("fineTuningUse")
    .set({ givenBackAt: new Date() })
    .where("modelId", "=", training.modelId)
    .where("attempt", "=", training.attempt)
    .where("givenBackAt", "is", null)
    .execute();
}

function lockModel(trx: Db, modelId: string) {
  return trx
    .selectFrom("model")
    .select(["id", "userId", "status", "attempt", "jobId", "datasetKey", "weightsKey", "activeVersionId"])
    .where("id", "=", modelId)
    .forUpdate()
    .executeTakeFirst();
}

async function end(
  trx: Db,
  model: RunningTraining,
  how: { status: "failed" | "cancelled"; failure: string | null },
): Promise<string | undefined> {
  await giveBackFineTuning(trx, { modelId: model.id, attempt: model.attempt });
  const ended = { ...how, step: null, expectedAt: null, datasetKey: null, weightsKey: null };
  await trx
    .updateTable("model")
    .set({ ...ended, finishedAt: new Date(), ...(await findStandingVersion(trx, model)) })
    .where("id", "=", model.id)
    .execute();
  return dropFiles(trx, {
    userId: model.userId,
    subject: "dataset",
    subjectId: model.id,
    keys: [model.datasetKey, model.weightsKey],
  });
}

/** A model that was trained before is ready again, with the version it had; `failure` says what became of the new one. */
async function findStandingVersion(trx: Db, model: RunningTraining) {
  if (model.activeVersionId === null) return {};
  const { kind } = await trx
    .selectFrom("modelVersion")
    .select("kind")
    .where("id", "=", model.activeVersionId)
    .executeTakeFirstOrThrow();
  return { status: "ready", kind, progressPercent: 100 } as const;
}
