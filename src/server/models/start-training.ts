import { consent } from "~/catalog/consent";
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
import { readEntitlements } from "~/server/users/read-entitlements";

/** Preparing photos takes seconds; a fine-tuning takes minutes to an hour. Past these something is lost. */
const deadlineMs = { instant: 15 * 60_000, "fine-tuned": 3 * 60 * 60_000 } as const satisfies Record<
  ModelKind,
  number
>;

export interface TrainingRequest {
  userId: string;
  modelId: string;
  kind: ModelKind;
  /** The version of the consent that the user saw. */
  consentVersion: string;
  /** SHA-256 of the client's address, hex; null when unknown. */
  addressHash: string | null;
}

/**
 * Queues the training of a user's draft, or of a model whose training failed or was cancelled.
 *
 * The status, the consent and the metered fine-tuning commit together; the event follows, and a lost one is sent
 * again by the sweep.
 *
 * @throws Failure NOT_FOUND, NOT_READY when it is already in training, INVALID for too few photos or an old consent,
 *   PLAN_LIMIT when the plan does not allow it. Nothing has changed then.
 */
export async function startTraining(db: Db, request: TrainingRequest): Promise<void> {
  const { userId, modelId, kind } = request;
  if (request.consentVersion !== consent.version) {
    throw new Failure(
      "INVALID",
      "The consent has changed since this page was opened. Reload it and read it again.",
    );
  }

  const attempt = await inTransaction(db, async (trx) => {
    // One lock per user: two tabs cannot both take the last slot.
    await lockBalance(trx, userId);
    const model = await lockTrainable(trx, { userId, modelId });
    await requirePhotos(trx, modelId);
    await requirePlan(trx, userId, kind);

    const next = model.attempt + 1;
    await recordConsent(trx, request);
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
    .select(["status", "attempt"])
    .where("id", "=", owned.modelId)
    .where("userId", "=", owned.userId)
    .forUpdate()
    .executeTakeFirst();
  if (!model) throw new Failure("NOT_FOUND", "This model does not exist.");
  if (model.status === "ready") throw new Failure("NOT_READY", "This model is already trained.");
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

async function requirePlan(trx: Db, userId: string, kind: ModelKind): Promise<void> {
  const entitlements = await readEntitlements(trx, userId);
  const verdict = kind === "instant" ? entitlements?.canTrainInstant : entitlements?.canFineTune;
  if (verdict !== true) throw new Failure("PLAN_LIMIT", verdict ?? "Sign in again to start a training.");
  if (kind === "fine-tuned" && !env.TOGETHER_TRAINER_DEPLOYMENT) {
    throw new Failure("PLAN_LIMIT", "Fine-tuned models are not offered here. Choose an Instant model.");
  }
}

async function recordConsent(trx: Db, request: TrainingRequest): Promise<void> {
  const { userId, modelId, addressHash } = request;
  const { version, statement } = consent;
  await trx
    .insertInto("consent")
    .values({ id: newId(), userId, modelId, version, statement, addressHash })
    .execute();
}
