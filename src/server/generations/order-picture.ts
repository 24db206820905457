import { aspects } from "~/catalog/aspects";
import { fluxModels } from "~/catalog/flux-models";
import type { FluxModel } from "~/catalog/flux-models";
import { styles } from "~/catalog/styles";
import type { Db } from "~/kysely/database";
import { Failure } from "~/server/errors";
import type { PictureOrder } from "~/server/vendors/together";
import { PROVIDER_SECONDS, signFileUrl } from "~/server/vendors/uploadthing-read";

import { findPictureKeys, listReferenceKeys } from "./queries";
import type { findPictureToMake } from "./queries";

export type PictureToMake = NonNullable<Awaited<ReturnType<typeof findPictureToMake>>>;

/**
 * Turns a picture's settings into what Together is asked for: the prompt with its style, and the person's likeness
 * by reference photos or by their LoRA.
 *
 * @throws Failure NOT_READY when the model has been deleted meanwhile.
 */
export async function orderPicture(db: Db, picture: PictureToMake): Promise<PictureOrder> {
  const fluxModel: FluxModel = fluxModels[picture.fluxModel];
  const style = styles[picture.style];
  const aspect = aspects[picture.aspect];
  const likeness = await findLikeness(db, picture, fluxModel);
  return {
    togetherId: fluxModel.togetherId,
    prompt: `${subjectOf(picture, likeness)}${picture.prompt}, ${style.promptSuffix}`,
    negativePrompt: fluxModel.takesNegativePrompt ? picture.negativePrompt : null,
    widthPx: picture.widthPx ?? aspect.widthPx,
    heightPx: picture.heightPx ?? aspect.heightPx,
    seed: Number(picture.seed),
    steps: fluxModel.steps && (picture.steps ?? fluxModel.steps.default),
    guidance: fluxModel.guidance && (picture.guidance ?? style.guidance),
    likeness,
  };
}

async function findLikeness(
  db: Db,
  picture: PictureToMake,
  fluxModel: FluxModel,
): Promise<PictureOrder["likeness"]> {
  if (picture.sourcePictureId !== null) {
    return { from: "references", urls: [await signSource(db, picture.userId, picture.sourcePictureId)] };
  }
  if (picture.modelName === null) return { from: "nothing" };
  if (picture.versionId === null)
    throw new Failure("NOT_READY", `${picture.modelName} was deleted before this picture was made.`);

  if (picture.kind === "fine-tuned") {
    if (picture.weightsKey === null)
      throw new Failure("NOT_READY", `${picture.modelName} has lost its weights. Train it again.`);
    return { from: "lora", url: await signFileUrl(picture.weightsKey, PROVIDER_SECONDS), scale: 1 };
  }
  const limit = fluxModel.photos.as === "references" ? fluxModel.photos.max : 1;
  const keys = await listReferenceKeys(db, { versionId: picture.versionId, limit });
  const urls = await Promise.all(keys.map((key) => signFileUrl(key, PROVIDER_SECONDS)));
  const [first] = urls;
  if (first === undefined)
    throw new Failure("NOT_READY", `${picture.modelName} has no reference photos. Train it again.`);
  return fluxModel.photos.as === "one-image"
    ? { from: "one-image", url: first }
    : { from: "references", urls };
}

/** Upscales are ordered only of FLUX models that take references: see remix-picture.ts. */
async function signSource(db: Db, userId: string, pictureId: string): Promise<string> {
  const source = await findPictureKeys(db, { userId, pictureId });
  if (!source?.storageKey)
    throw new Failure("NOT_READY", "The picture was deleted before its larger one was made.");
  return signFileUrl(source.storageKey, PROVIDER_SECONDS);
}

/** How the prompt names the subject: FLUX.2 wants reference photos by number (Together docs, "Reference images", read 2026-11-22). */
function subjectOf(picture: PictureToMake, likeness: PictureOrder["likeness"]): string {
  if (picture.sourcePictureId !== null) {
    return "The same picture as image 1, with nothing changed, in higher resolution and finer detail: ";
  }
  const noun = picture.subject === "pet" ? "animal" : (picture.subject ?? "person");
  switch (likeness.from) {
    case "nothing":
      return "";
    case "lora":
      return `photo of ${picture.triggerWord} ${picture.subject}, `;
    case "one-image":
      return `The same ${noun} as in the image, with the same face: `;
    case "references": {
      const images = likeness.urls.length === 1 ? "image 1" : `images 1 to ${likeness.urls.length}`;
      return `The ${noun} from ${images}, with the same face: `;
    }
  }
}
