import { verdictOnQueue, verdictOnRate } from "~/catalog/entitlements";
import type { Entitlements } from "~/catalog/entitlements";
import type { AspectId } from "~/catalog/aspects";
import { checkPrompt } from "~/catalog/check-prompt";
import { fluxModels } from "~/catalog/flux-models";
import type { FluxModelId } from "~/catalog/flux-models";
import { generationRules } from "~/catalog/generation-rules";
import { packNames } from "~/catalog/pack-names";
import type { PackId } from "~/catalog/pack-names";
import type { StyleId } from "~/catalog/styles";
import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import { postEntry } from "~/server/credits/post-entry";
import { lockBalance } from "~/server/credits/queries";
import { Failure } from "~/server/errors";
import { newId } from "~/server/new-id";
import { readEntitlements } from "~/server/users/read-entitlements";

import { announcePictures } from "./announce-pictures";
import { requireModel, requireSettings } from "./require-settings";

/** Thirty minutes empty the longest queue at its slowest; past this something is lost. */
const QUEUE_DEADLINE_MS = 2 * 60 * 60_000;

/** One press of a button: one prompt, or many that share what they are made with. */
export interface Press {
  userId: string;
  /** Made by the browser with each press. */
  requestId: string;
  /** Null asks a base FLUX model. */
  modelId: string | null;
  fluxModel: FluxModelId;
  pack: PackId | null;
  negativePrompt: string | null;
  steps: number | null;
  guidance: number | null;
  /** Of each prompt's first picture. Null draws one. */
  seed: number | null;
  prompts: readonly PressPrompt[];
  /** An upscale needs no model: its picture is all it goes by. */
  upscale?: Upscale;
}

export interface PressPrompt {
  prompt: string;
  /** What was typed, where it had choices. */
  template: string | null;
  style: StyleId;
  aspect: AspectId;
  /** 1..4 */
  count: number;
}

interface Upscale {
  sourcePictureId: string;
  modelName: string | null;
  widthPx: number;
  heightPx: number;
}

/**
 * Takes the price, writes down all the press asks for with its pictures and queues it, in one transaction, once per
 * press: a press that arrives twice returns the first one's generations.
 *
 * @returns the generations in the order of the prompts.
 * @throws Failure NOT_FOUND for a model that is not theirs, NOT_READY before it is trained or while the queue is full,
 *   PLAN_LIMIT, INVALID for settings the FLUX model does not take, REFUSED for a prompt that names a minor or another
 *   person, OUT_OF_CREDITS. Nothing has changed then.
 */
export async function createPress(db: Db, press: Press): Promise<{ generationIds: string[] }> {
  const { userId } = press;
  for (const { prompt } of press.prompts) requireFitPrompt(prompt);

  const created = await inTransaction(db, async (trx) => {
    // One lock per user: a press in another tab waits here and then sees this one's balance.
    await lockBalance(trx, userId);
    const known = await findPress(trx, press);
    if (known.length > 0) return { generationIds: known };

    const model = press.upscale ? undefined : await requireModel(trx, press);
    requireSettings(press, model?.kind);
    const entitlements = await readEntitlements(trx, userId);
    requireEntitled(entitlements, press);

    const { creditsPerUpscale } = generationRules;
    const creditsEach = entitlements.pricePerPicture * (press.upscale ? creditsPerUpscale : 1);
    const modelName = press.upscale ? press.upscale.modelName : (model?.name ?? null);
    const { generationIds, pictureIds } = await insertPress(trx, {
      ...press,
      modelName,
      versionId: model?.versionId ?? null,
      versionNumber: model?.versionNumber ?? null,
      creditsEach,
    });
    const [firstId = ""] = generationIds;
    const amount = -creditsEach * pictureIds.length;
    if (amount < 0) {
      const note = describePress(press, modelName);
      await postEntry(trx, { userId, amount, reason: "generation", ref: firstId, note });
    }
    return { generationIds, pictureIds, plan: entitlements.plan };
  });

  const { generationIds, pictureIds, plan } = created;
  const eventId = `pictures-queued-${generationIds[0] ?? ""}`;
  if (pictureIds) await announcePictures({ userId, tickets: pictureIds, plan, eventId });
  return { generationIds };
}

function requireFitPrompt(prompt: string): void {
  const verdict = checkPrompt(prompt);
  if (verdict) throw new Failure("REFUSED", verdict.reason);
}

async function findPress(trx: Db, { userId, requestId }: Press): Promise<string[]> {
  const rows = await trx
    .selectFrom("generation")
    .select("id")
    .where("userId", "=", userId)
    .where("requestId", "=", requestId)
    .orderBy("pressIndex")
    .execute();
  return rows.map((row) => row.id);
}

function requireEntitled(
  entitlements: Entitlements | undefined,
  press: Press,
): asserts entitlements is Entitlements {
  const { name } = fluxModels[press.fluxModel];
  if (entitlements?.missingFluxModels.includes(press.fluxModel)) {
    throw new Failure(
      "NOT_READY",
      `${name} is not to be had from Together at the moment. Choose another FLUX model.`,
    );
  }
  if (!entitlements?.fluxModels.includes(press.fluxModel)) {
    throw new Failure(
      "PLAN_LIMIT",
      `Your plan does not include ${name}. Choose FLUX.2 dev or a larger plan.`,
    );
  }
  const pictures = countPictures(press);
  const rate = verdictOnRate(entitlements, pictures);
  if (rate !== true) throw new Failure("PLAN_LIMIT", rate);
  const room = verdictOnQueue(entitlements, pictures);
  if (room !== true) throw new Failure("NOT_READY", room);
}

async function insertPress(
  trx: Db,
  press: Press & {
    modelName: string | null;
    versionId: string | null;
    versionNumber: number | null;
    creditsEach: number;
  },
): Promise<{ generationIds: string[]; pictureIds: string[] }> {
  const { userId, requestId, modelId, modelName, fluxModel, pack, negativePrompt, steps, guidance } = press;
  const { sourcePictureId = null, widthPx = null, heightPx = null } = press.upscale ?? {};
  const { versionId, versionNumber } = press;
  const shared = {
    ...{ userId, requestId, modelId, modelName, versionId, versionNumber },
    ...{ fluxModel, pack, negativePrompt, steps, guidance },
  };
  const deadlineAt = new Date(Date.now() + QUEUE_DEADLINE_MS);

  const generations = press.prompts.map((prompt, pressIndex) => ({
    ...shared,
    ...prompt,
    id: newId(),
    pressIndex,
    seed: press.seed ?? drawSeed(),
    price: prompt.count * press.creditsEach,
    deadlineAt,
    sourcePictureId,
    widthPx,
    heightPx,
  }));
  await trx.insertInto("generation").values(generations).execute();

  const pictures = generations.flatMap(({ id, count, seed, style }) =>
    Array.from({ length: count }, (_, position) => ({
      id: newId(),
      userId,
      generationId: id,
      position,
      style,
      modelId,
      seed: (seed + position) % (generationRules.maxSeed + 1),
    })),
  );
  await trx.insertInto("picture").values(pictures).execute();
  return { generationIds: generations.map(({ id }) => id), pictureIds: pictures.map(({ id }) => id) };
}

function drawSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}

function countPictures({ prompts }: Press): number {
  return prompts.reduce((sum, { count }) => sum + count, 0);
}

/** For the ledger. */
function describePress(press: Press, modelName: string | null): string {
  if (press.upscale) return `An upscale of a picture of ${modelName ?? "no one"}`;
  const count = countPictures(press);
  const pictures = `${count} ${count === 1 ? "picture" : "pictures"} of ${modelName ?? "no one"}`;
  return press.pack === null ? pictures : `${pictures}, ${packNames[press.pack]}`;
}
