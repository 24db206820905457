import { verdictOnRate } from "~/catalog/entitlements";
import { fluxModels } from "~/catalog/flux-models";
import type { FluxModelId } from "~/catalog/flux-models";
import type { AspectId } from "~/catalog/aspects";
import { checkPrompt } from "~/catalog/check-prompt";
import { generationRules } from "~/catalog/generation-rules";
import { plans } from "~/catalog/plans";
import type { PlanId } from "~/catalog/plans";
import type { StyleId } from "~/catalog/styles";
import { announce } from "~/inngest/announce";
import { generationRequested } from "~/inngest/events";
import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import type { ModelKind } from "~/kysely/schema";
import { postEntry } from "~/server/credits/post-entry";
import { lockBalance } from "~/server/credits/queries";
import { Failure } from "~/server/errors";
import { newId } from "~/server/new-id";
import { findLockedModels } from "~/server/models/queries";
import { readEntitlements } from "~/server/users/read-entitlements";

/** Four pictures take two minutes at worst; past this something is lost. */
const DEADLINE_MS = 15 * 60_000;

export interface GenerationRequest {
  userId: string;
  /** Made by the browser with each press. */
  requestId: string;
  /** Null asks a base FLUX model. */
  modelId: string | null;
  fluxModel: FluxModelId;
  prompt: string;
  style: StyleId;
  aspect: AspectId;
  /** 1..4 */
  count: number;
  steps: number | null;
  guidance: number | null;
  /** Null draws one. */
  seed: number | null;
}

/**
 * Takes the price, writes down the generation with its pictures and queues it, once per press: a press that arrives
 * twice returns the first one's generation.
 *
 * @throws Failure NOT_FOUND for a model that is not theirs, NOT_READY before it is trained, PLAN_LIMIT, INVALID for
 *   settings the FLUX model does not take, REFUSED for a prompt that names a minor or another person, OUT_OF_CREDITS. Nothing has changed then.
 */
export async function createGeneration(
  db: Db,
  request: GenerationRequest,
): Promise<{ generationId: string }> {
  const { userId, requestId, count } = request;
  const verdict = checkPrompt(request.prompt);
  if (verdict) throw new Failure("REFUSED", verdict.reason);

  const created = await inTransaction(db, async (trx) => {
    // One lock per user: a press in another tab waits here and then sees this one's balance.
    await lockBalance(trx, userId);
    const known = await trx
      .selectFrom("generation")
      .select("id")
      .where("userId", "=", userId)
      .where("requestId", "=", requestId)
      .executeTakeFirst();
    if (known) return { generationId: known.id };

    const model = await requireModel(trx, request);
    requireSettings(request, model?.kind);
    const entitlements = await readEntitlements(trx, userId);
    if (!entitlements?.fluxModels.includes(request.fluxModel)) {
      throw new Failure(
        "PLAN_LIMIT",
        `Your plan does not include ${fluxModels[request.fluxModel].name}. Choose FLUX.2 dev or a larger plan.`,
      );
    }

    const rate = verdictOnRate(entitlements, count);
    if (rate !== true) throw new Failure("PLAN_LIMIT", rate);

    const price = count * entitlements.pricePerPicture;
    const generationId = newId();
    const pictureIds = await insertGeneration(trx, {
      ...request,
      id: generationId,
      modelName: model?.name ?? null,
      versionId: model?.versionId ?? null,
      versionNumber: model?.versionNumber ?? null,
      price,
    });
    if (price > 0) {
      const note = `${count} ${count === 1 ? "picture" : "pictures"} of ${model?.name ?? "no one"}`;
      await postEntry(trx, { userId, amount: -price, reason: "generation", ref: generationId, note });
    }
    return { generationId, pictureIds, plan: entitlements.plan };
  });

  const { generationId, pictureIds, plan } = created;
  if (pictureIds) await announceGeneration({ generationId, userId, pictureIds, plan });
  return { generationId };
}

/** Sends the event that starts a queued generation; the sweep calls it again for one that was lost. */
export async function announceGeneration(generation: {
  generationId: string;
  userId: string;
  pictureIds: string[];
  plan: PlanId;
}): Promise<void> {
  const { plan, ...data } = generation;
  // Paid plans go first; among them no one does.
  const headStartSeconds = plans[plan].priceUsd > 0 ? 60 : 0;
  const id = `generation-requested-${generation.generationId}`;
  await announce(generationRequested.create({ ...data, headStartSeconds }, { id }));
}

async function requireModel(trx: Db, request: GenerationRequest) {
  if (request.modelId === null) return undefined;
  const model = await trx
    .selectFrom("model")
    .leftJoin("modelVersion", "modelVersion.id", "model.activeVersionId")
    .select(["model.name", "modelVersion.kind"])
    .select(["modelVersion.id as versionId", "modelVersion.number as versionNumber"])
    .where("model.id", "=", request.modelId)
    .where("model.userId", "=", request.userId)
    .executeTakeFirst();
  if (!model) throw new Failure("NOT_FOUND", "This model does not exist.");
  // One that is trained anew goes on with the version it has.
  if (model.versionId === null) {
    throw new Failure("NOT_READY", `${model.name} is not ready yet. Its page shows how far the training is.`);
  }
  if ((await findLockedModels(trx, request.userId)).has(request.modelId)) {
    throw new Failure(
      "PLAN_LIMIT",
      `${model.name} is locked: your plan keeps fewer models, and the newest stay open. Choose a larger plan or delete a newer model to unlock it.`,
    );
  }
  return model;
}

function requireSettings(request: GenerationRequest, kind: ModelKind | null | undefined): void {
  const { name, takesLora, steps, guidance } = fluxModels[request.fluxModel];
  if (kind === "fine-tuned" && !takesLora) {
    throw new Failure("INVALID", `${name} cannot use a fine-tuned model. Choose FLUX.2 dev.`);
  }
  requireWithin({ what: "Steps", value: request.steps, bounds: steps, name });
  requireWithin({ what: "Guidance", value: request.guidance, bounds: guidance, name });
}

function requireWithin(check: {
  what: string;
  value: number | null;
  bounds: { min: number; max: number } | null;
  name: string;
}): void {
  const { what, value, bounds, name } = check;
  if (value === null) return;
  if (!bounds)
    throw new Failure("INVALID", `${name} sets its own ${what.toLowerCase()}. Leave the field empty.`);
  if (value >= bounds.min && value <= bounds.max) return;
  throw new Failure("INVALID", `${what} of ${name} go from ${bounds.min} to ${bounds.max}.`);
}

async function insertGeneration(
  trx: Db,
  generation: GenerationRequest & {
    id: string;
    modelName: string | null;
    versionId: string | null;
    versionNumber: number | null;
    price: number;
  },
): Promise<string[]> {
  const { id, userId, count, seed: askedSeed, ...rest } = generation;
  const seed = askedSeed ?? crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  const deadlineAt = new Date(Date.now() + DEADLINE_MS);
  await trx
    .insertInto("generation")
    .values({ id, userId, count, seed, deadlineAt, ...rest })
    .execute();

  const pictures = Array.from({ length: count }, (_, position) => ({
    id: newId(),
    userId,
    generationId: id,
    position,
    seed: (seed + position) % (generationRules.maxSeed + 1),
  }));
  await trx.insertInto("picture").values(pictures).execute();
  return pictures.map((picture) => picture.id);
}
