import { aspects } from "~/catalog/aspects";
import { fluxModels, largestSize } from "~/catalog/flux-models";
import type { FluxModel, FluxModelId } from "~/catalog/flux-models";
import type { Db } from "~/kysely/database";
import { Failure } from "~/server/errors";
import { readEntitlements } from "~/server/users/read-entitlements";

import { createPress } from "./create-press";
import { findPictureOf } from "./queries";

interface Remix {
  userId: string;
  pictureId: string;
  /** Made by the browser with each press. */
  requestId: string;
}

/**
 * Queues pictures with all the settings of one that was made, but for their seeds, once per press.
 *
 * @throws Failure NOT_FOUND for anyone else's picture, NOT_READY when its model is gone, and as `createPress` does.
 */
export async function makeVariations(
  db: Db,
  remix: Remix & { count: number },
): Promise<{ generationId: string }> {
  const { userId, requestId, count } = remix;
  const picture = await requirePicture(db, remix);
  const { modelId, modelName, fluxModel, prompt, negativePrompt, style, aspect, steps, guidance } = picture;
  if (modelId === null && modelName !== null) {
    throw new Failure(
      "NOT_READY",
      `${modelName} was deleted. Choose another model in the studio and use the prompt again.`,
    );
  }
  const { generationIds } = await createPress(db, {
    ...{ userId, requestId, modelId, fluxModel, negativePrompt, steps, guidance },
    pack: null,
    seed: null,
    prompts: [{ prompt, template: null, style, aspect, count }],
  });
  return { generationId: generationIds[0] ?? "" };
}

/**
 * Queues a picture again in the largest size that its FLUX model makes, or, where that is no larger, one of the plan's
 * that makes a larger one; once per press. The stored picture goes along as the reference.
 *
 * @throws Failure NOT_FOUND for anyone else's picture, INVALID for one that is as large already, and as `createPress` does.
 */
export async function upscalePicture(db: Db, remix: Remix): Promise<{ generationId: string }> {
  const { userId, requestId, pictureId } = remix;
  const picture = await requirePicture(db, remix);
  const entitlements = await readEntitlements(db, userId);
  const target = chooseUpscale(picture, entitlements?.fluxModels ?? []);
  if (!target)
    throw new Failure("INVALID", "This picture is as large as the FLUX models of your plan can make it.");

  const { modelId, modelName, prompt, style, aspect, seed } = picture;
  const { fluxModel, widthPx, heightPx } = target;
  const { generationIds } = await createPress(db, {
    ...{ userId, requestId, modelId, fluxModel, seed },
    ...{ pack: null, negativePrompt: null, steps: null, guidance: null },
    prompts: [{ prompt, template: null, style, aspect, count: 1 }],
    upscale: { sourcePictureId: pictureId, modelName, widthPx, heightPx },
  });
  return { generationId: generationIds[0] ?? "" };
}

async function requirePicture(db: Db, remix: Remix) {
  const picture = await findPictureOf(db, remix);
  if (!picture) throw new Failure("NOT_FOUND", "This picture does not exist.");
  return picture;
}

/** By how much the long side must grow for a picture to be worth making again. */
const WORTH_IT = 1.2;

function chooseUpscale(
  picture: {
    fluxModel: FluxModelId;
    aspect: keyof typeof aspects;
    widthPx: number | null;
    heightPx: number | null;
  },
  allowed: readonly FluxModelId[],
): { fluxModel: FluxModelId; widthPx: number; heightPx: number } | undefined {
  const has = aspects[picture.aspect];
  const widthPx = picture.widthPx ?? has.widthPx;
  const heightPx = picture.heightPx ?? has.heightPx;
  const candidates = [picture.fluxModel, ...allowed].filter((id) => allowed.includes(id));
  for (const id of candidates) {
    const fluxModel: FluxModel = fluxModels[id];
    // One that edits a single image keeps to that image's size: only references are drawn anew.
    if (fluxModel.photos.as !== "references") continue;
    const size = largestSize(fluxModel, widthPx / heightPx);
    if (Math.max(size.widthPx, size.heightPx) >= WORTH_IT * Math.max(widthPx, heightPx)) {
      return { fluxModel: id, ...size };
    }
  }
  return undefined;
}
