import { verdictOnTraining } from "~/catalog/entitlements";
import { photoRules } from "~/catalog/photo-rules";
import { env } from "~/env";
import { announce } from "~/inngest/announce";
import { modelQueued } from "~/inngest/events";
import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import type { ModelKind } from "~/kysely/schema";
import { lockBalance } from "~/server/credits/queries";
import { Failure } from "~/server/errors";
import { newId } from "~/server/new-id";
import { countPhotos } from "~/server/photos/queries";
import { hasConsent } from "~/server/users/consent";
import { readEntitlements } from "~/server/users/read-entitlements";

import { findLockedModels } from "./queries";

/** Preparing photos takes seconds; a fine-tuning takes minutes to an hour. Past these something is lost. */
const deadlineMs = { instant: 15 * 60_000, "fine-tuned": 3 * 60 * 60_000 } as const satisfies Record<
  ModelKind,
  number
>;

export interface TrainingRequest {
  userId: string;
  modelId: string;
  kind: ModelKind;
}

/**
 * Queues the training of a user's draft, of a model whose training failed or was cancelled, or of a new version of a
 * trained one, which keeps its place and goes on making pictures meanwhile.
 *
 * The status and the metered fine-tuning commit together; the event follows, and a lost one is sent
 * again by the sweep.
 *
 * @throws Failure NOT_FOUND, NOT_READY when it is already in training, INVALID for too few photos or without consent,
 *   PLAN_LIMIT when the plan does not allow it. Nothing has changed then.
 */
export async function startTraining(db: Db, request: TrainingRequest): Promise<void> {
  const { userId, modelId, kind } = request;
  const attempt = await inTransaction(db, async (trx) => {
    // One lock per user: two tabs cannot both take the last slot.
    await lockBalance(trx, userId);
    const model = await lockTrainable(trx, { userId, modelId });
    if (!(await hasConsent(trx, modelId))) {
      throw new Failure("INVALID", "Agree to what is done with the photos first. The box is above them.");
    }
    await requirePhotos(trx, modelId);
    await requirePlan(trx, request, model.activeVersionId !== null);

    const next = model.attempt + 1;
    if (kind === "fine-tuned") {
      await trx
        .insertInto("fineTuningUse")
        .values({ id: newId(), userId, modelId, attempt: next, givenBackAt: null })
        .execute();
    }
    await trx
      .updateTable("model")
      .set({
        status: "queued",
        kind,
        attempt: next,
        step: null,
        progressPercent: 0,
        expectedAt: null,
        deadlineAt: new Date(Date.now() + deadlineMs[kind]),
        jobId: null,
        failure: null,
        queuedAt: new Date(),
        finishedAt: null,
      })
      .where("id", "=", modelId)
      .execute();
    return next;
  });

  await announceTraining({ modelId, userId, attempt });
}

/** Sends the event that starts a queued training; the sweep calls it again for one that was lost. */
export async function announceTraining(training: {
  modelId: string;
  userId: string;
  attempt: number;
}): Promise<void> {
  await announce(
    modelQueued.create(training, { id: `model-queued-${training.modelId}-${training.attempt}` }),
  );
}

async function lockTrainable(trx: Db, owned: { userId: string; modelId: string }) {
  const model = await trx
    .selectFrom("model")
    .select(["status", "attempt", "activeVersionId"])
    .where("id", "=", owned.modelId)
    .where("userId", "=", owned.userId)
    .forUpdate()
    .executeTakeFirst();
  if (!model) throw new Failure("NOT_FOUND", "This model does not exist.");
  if (model.status === "queued" || model.status === "training") {
    throw new Failure("NOT_READY", "This model is already in training.");
  }
  return model;
}

async function requirePhotos(trx: Db, modelId: string): Promise<void> {
  const count = await countPhotos(trx, modelId);
  const { minCount, maxCount } = photoRules;
  if (count < minCount) {
    throw new Failure(
      "INVALID",
      `A model needs at least ${minCount} photos; this one has ${count}. Add ${minCount - count} more.`,
    );
  }
  if (count > maxCount) {
    throw new Failure(
      "INVALID",
      `A model takes at most ${maxCount} photos; this one has ${count}. Remove ${count - maxCount}.`,
    );
  }
}

async function requirePlan(trx: Db, request: TrainingRequest, hasSlot: boolean): Promise<void> {
  const { userId, modelId, kind } = request;
  if (hasSlot && (await findLockedModels(trx, userId)).has(modelId)) {
    throw new Failure(
      "PLAN_LIMIT",
      "This model is locked: your plan keeps fewer models. Choose a larger plan or delete a newer model first.",
    );
  }
  const entitlements = await readEntitlements(trx, userId);
  const verdict = entitlements && verdictOnTraining(entitlements, { kind, hasSlot });
  if (verdict !== true) throw new Failure("PLAN_LIMIT", verdict ?? "Sign in again to start a training.");
  if (kind === "fine-tuned" && !env.TOGETHER_TRAINER_DEPLOYMENT) {
    throw new Failure("PLAN_LIMIT", "Fine-tuned models are not offered here. Choose an Instant model.");
  }
}
