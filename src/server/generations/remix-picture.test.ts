import sharp from "sharp";
import { describe, expect } from "vitest";

import { fluxModels, largestSize } from "~/catalog/flux-models";
import { test } from "~/kysely/testing/test";
import type { Db } from "~/kysely/database";
import { findBalance } from "~/server/credits/queries";
import { deletePictures } from "~/server/gallery/delete-pictures";
import { deleteModel } from "~/server/models/delete-model";
import { newId } from "~/server/new-id";
import { addCredits, addModel, addUser } from "~/server/testing/people";
import { openFile } from "~/server/vendors/uploadthing-read";

import { createGeneration } from "./create-generation";

import { makeNextPicture } from "./make-next-picture";
import { findPictureOf, listGenerationsOf } from "./queries";
import { makeVariations, upscalePicture } from "./remix-picture";

/** A user with a picture that was made for real. */
async function addPicture(db: Db, change: { fluxModel?: "kontext-pro"; negativePrompt?: string } = {}) {
  const userId = await addUser(db, "pro");
  await addCredits(db, userId, 20);
  await createGeneration(db, {
    ...{ userId, requestId: newId(), modelId: null, fluxModel: "flux-2-dev", prompt: "a kite over the sea" },
    ...{ style: "anime", aspect: "16:9", count: 1, steps: 12, guidance: 3, seed: 7 },
    ...(change.fluxModel && { ...change, steps: null, guidance: null }),
  });
  expect(await makeNextPicture(db, { userId, ticket: newId() })).toBe("ready");
  const [generation] = await listGenerationsOf(db, { userId, presses: 1 });
  return { userId, pictureId: generation?.pictures[0]?.id ?? "" };
}

describe("a remix", () => {
  test("variations keep every setting but the seed", async ({ db }) => {
    const { userId, pictureId } = await addPicture(db);
    const { generationId } = await makeVariations(db, { userId, pictureId, requestId: newId(), count: 3 });
    const made = await db
      .selectFrom("generation")
      .selectAll()
      .where("id", "=", generationId)
      .executeTakeFirst();
    expect(made).toMatchObject({
      prompt: "a kite over the sea",
      style: "anime",
      aspect: "16:9",
      steps: 12,
      guidance: 3,
      count: 3,
      price: 3,
    });
    expect(made?.seed).not.toBe("7");
  });

  test("an upscale is as large as the FLUX model makes it, from the picture itself, and costs two", async ({
    db,
  }) => {
    const { userId, pictureId } = await addPicture(db);
    const before = (await findBalance(db, userId)) ?? 0;
    await upscalePicture(db, { userId, pictureId, requestId: newId() });
    expect(await findBalance(db, userId)).toBe(before - 2);
    expect(await makeNextPicture(db, { userId, ticket: newId() })).toBe("ready");

    const [generation] = await listGenerationsOf(db, { userId, presses: 1 });
    const larger = await findPictureOf(db, { userId, pictureId: generation?.pictures[0]?.id ?? "" });
    expect(larger).toMatchObject({ widthPx: 1920, heightPx: 1104, sourcePictureId: pictureId });
    const row = await db
      .selectFrom("picture")
      .select("storageKey")
      .where("id", "=", larger?.id ?? "")
      .executeTakeFirst();
    const bytes = Buffer.from(await (await openFile(row?.storageKey ?? "")).arrayBuffer());
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 1920, height: 1104 });
    await expect(
      upscalePicture(db, { userId, pictureId: larger?.id ?? "", requestId: newId() }),
    ).rejects.toMatchObject({ code: "INVALID" });
  });

  test("an upscale whose picture goes is given back", async ({ db }) => {
    const { userId, pictureId } = await addPicture(db);
    await upscalePicture(db, { userId, pictureId, requestId: newId() });
    await deletePictures(db, { userId, pictureIds: [pictureId] });
    await expect(makeNextPicture(db, { userId, ticket: newId() })).rejects.toMatchObject({
      code: "NOT_READY",
    });
  });

  test("a negative prompt goes to a FLUX model that takes one, and to no other", async ({ db }) => {
    const { userId, pictureId } = await addPicture(db, { fluxModel: "kontext-pro", negativePrompt: "hats" });
    expect(await findPictureOf(db, { userId, pictureId })).toMatchObject({ negativePrompt: "hats" });
    const press = { userId, requestId: newId(), modelId: null, prompt: "a kite", style: "anime" } as const;
    await expect(
      createGeneration(db, {
        ...press,
        ...{ fluxModel: "flux-2-pro", negativePrompt: "hats", aspect: "1:1", count: 1 },
        ...{ steps: null, guidance: null, seed: null },
      }),
    ).rejects.toMatchObject({ code: "INVALID" });
  });

  test("of a model that is gone says so", async ({ db }) => {
    const { userId, pictureId } = await addPicture(db);
    const modelId = await addModel(db, { userId, status: "ready" });
    await db
      .updateTable("generation")
      .set({ modelId, modelName: "Ada" })
      .where("userId", "=", userId)
      .execute();
    await deleteModel(db, { userId, modelId });
    await expect(
      makeVariations(db, { userId, pictureId, requestId: newId(), count: 1 }),
    ).rejects.toMatchObject({ code: "NOT_READY" });
  });
});

test("the largest size keeps the ratio, in the FLUX model's own multiples", () => {
  expect(largestSize(fluxModels["flux-2-pro"], 4 / 5)).toEqual({ widthPx: 1536, heightPx: 1920 });
  expect(largestSize(fluxModels["flux-2-pro"], 1)).toEqual({ widthPx: 1920, heightPx: 1920 });
});
