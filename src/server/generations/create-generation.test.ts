import { describe, expect } from "vitest";

import { test } from "~/kysely/testing/test";
import { findBalance } from "~/server/credits/queries";
import { newId } from "~/server/new-id";
import { addModel, addUser } from "~/server/testing/people";

import { createGeneration } from "./create-generation";
import type { GenerationRequest } from "./create-generation";
import { giveUpPicture } from "./settle-picture";

const request = (userId: string, change: Partial<GenerationRequest> = {}): GenerationRequest => ({
  userId,
  requestId: crypto.randomUUID(),
  modelId: null,
  fluxModel: "flux-2-dev",
  prompt: "a red kite",
  style: "photorealistic",
  aspect: "4:5",
  count: 2,
  steps: null,
  guidance: null,
  seed: 4_294_967_295,
  ...change,
});

describe("createGeneration", () => {
  test("takes the price and writes down the pictures, with seeds that stay in range", async ({ db }) => {
    const userId = await addUser(db);
    const { generationId } = await createGeneration(db, request(userId));
    expect(await findBalance(db, userId)).toBe(1);
    const pictures = await db
      .selectFrom("picture")
      .select(["position", "seed", "status"])
      .where("generationId", "=", generationId)
      .orderBy("position")
      .execute();
    expect(pictures).toEqual([
      { position: 0, seed: "4294967295", status: "queued" },
      { position: 1, seed: "0", status: "queued" },
    ]);
  });

  test("a press that arrives twice counts once", async ({ db }) => {
    const userId = await addUser(db);
    const press = request(userId, { count: 1 });
    const first = await createGeneration(db, press);
    expect(await createGeneration(db, press)).toEqual({ generationId: first.generationId });
    expect(await findBalance(db, userId)).toBe(2);
  });

  test("gives each picture's credit back once, and never more than was taken", async ({ db }) => {
    const userId = await addUser(db);
    const { generationId } = await createGeneration(db, request(userId, { count: 3 }));
    const pictures = await db
      .selectFrom("picture")
      .select("id")
      .where("generationId", "=", generationId)
      .execute();
    for (const { id } of [...pictures, ...pictures]) {
      await giveUpPicture(db, { id, status: "failed", reason: "It failed." });
    }
    expect(await findBalance(db, userId)).toBe(3);
  });

  test("refuses what it cannot do, each with its code", async ({ db }) => {
    const userId = await addUser(db);
    const notReady = await addModel(db, { userId, status: "training" });
    const strangers = await addModel(db, { userId: await addUser(db), status: "ready" });
    const wishes: [Partial<GenerationRequest>, string][] = [
      [{ modelId: strangers }, "NOT_FOUND"],
      [{ modelId: newId() }, "NOT_FOUND"],
      [{ modelId: notReady }, "NOT_READY"],
      [{ fluxModel: "flux-2-max" }, "PLAN_LIMIT"],
      [{ steps: 500 }, "INVALID"],
      [{ prompt: "a child with a kite" }, "REFUSED"],
      [{ prompt: "Taylor Swift with a kite" }, "REFUSED"],
    ];
    for (const [change, code] of wishes) {
      await expect(createGeneration(db, request(userId, change))).rejects.toMatchObject({ code });
    }
    expect(await findBalance(db, userId)).toBe(3);
    await expect(createGeneration(db, request(userId, { count: 4 }))).rejects.toMatchObject({
      code: "OUT_OF_CREDITS",
    });
  });
});
