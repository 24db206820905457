import { fluxModels } from "~/catalog/flux-models";
import type { FluxModelId } from "~/catalog/flux-models";
import type { Db } from "~/kysely/database";
import type { ModelKind } from "~/kysely/schema";
import { Failure } from "~/server/errors";
import { findLockedModels } from "~/server/models/queries";

/**
 * The model a press is for.
 *
 * @throws Failure NOT_FOUND for one that is not theirs, NOT_READY before it is trained, PLAN_LIMIT while it is locked.
 */
export async function requireModel(trx: Db, wish: { userId: string; modelId: string | null }) {
  if (wish.modelId === null) return undefined;
  const model = await trx
    .selectFrom("model")
    .leftJoin("modelVersion", "modelVersion.id", "model.activeVersionId")
    .select(["model.name", "modelVersion.kind"])
    .select(["modelVersion.id as versionId", "modelVersion.number as versionNumber"])
    .where("model.id", "=", wish.modelId)
    .where("model.userId", "=", wish.userId)
    .executeTakeFirst();
  if (!model) throw new Failure("NOT_FOUND", "This model does not exist.");
  // One that is trained anew goes on with the version it has.
  if (model.versionId === null) {
    throw new Failure("NOT_READY", `${model.name} is not ready yet. Its page shows how far the training is.`);
  }
  if ((await findLockedModels(trx, wish.userId)).has(wish.modelId)) {
    throw new Failure(
      "PLAN_LIMIT",
      `${model.name} is locked: your plan keeps fewer models, and the newest stay open. Choose a larger plan or delete a newer model to unlock it.`,
    );
  }
  return model;
}

/**
 * Settings that a FLUX model takes.
 *
 * @throws Failure INVALID for others.
 */
export function requireSettings(
  wish: {
    fluxModel: FluxModelId;
    negativePrompt: string | null;
    steps: number | null;
    guidance: number | null;
  },
  kind: ModelKind | null | undefined,
): void {
  const { name, takesLora, takesNegativePrompt, steps, guidance } = fluxModels[wish.fluxModel];
  if (kind === "fine-tuned" && !takesLora) {
    throw new Failure("INVALID", `${name} cannot use a fine-tuned model. Choose FLUX.2 dev.`);
  }
  if (wish.negativePrompt !== null && !takesNegativePrompt) {
    throw new Failure(
      "INVALID",
      `${name} takes no negative prompt. Say what the picture should show instead.`,
    );
  }
  requireWithin({ what: "Steps", value: wish.steps, bounds: steps, name });
  requireWithin({ what: "Guidance", value: wish.guidance, bounds: guidance, name });
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
