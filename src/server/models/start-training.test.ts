import { describe, expect } from "vitest";

import { test } from "~/kysely/testing/test";
import { newId } from "~/server/new-id";
import { addModel, addUser } from "~/server/testing/people";

import { cancelTraining, failTraining } from "./end-training";
import { startTraining } from "./start-training";

const request = (userId: string, modelId: string, kind: "instant" | "fine-tuned" = "instant") => ({
  userId,
  modelId,
  kind,
});

describe("startTraining", () => {
  test("queues the model", async ({ db }) => {
    const userId = await addUser(db);
    const modelId = await addModel(db, { userId, status: "draft", photos: 12 });
    await startTraining(db, request(userId, modelId));

    const model = await db
      .selectFrom("model")
      .selectAll()
      .where("id", "=", modelId)
      .executeTakeFirstOrThrow();
    expect(model).toMatchObject({ status: "queued", attempt: 1, kind: "instant" });
    expect(model.deadlineAt?.getTime()).toBeGreaterThan(Date.now());
  });

  test("does not train without consent to the words as they are now", async ({ db }) => {
    const userId = await addUser(db);
    const modelId = await addModel(db, { userId, status: "draft", photos: 12, agrees: false });
    await expect(startTraining(db, request(userId, modelId))).rejects.toThrow(/Agree to what is done/);
    await db
      .insertInto("consent")
      .values({ id: newId(), userId, modelId, version: "2020-01-01", statement: "Old.", addressHash: null })
      .execute();
    await expect(startTraining(db, request(userId, modelId))).rejects.toMatchObject({ code: "INVALID" });
  });

  test("says how many photos are missing", async ({ db }) => {
    const userId = await addUser(db);
    const modelId = await addModel(db, { userId, status: "draft", photos: 9 });
    await expect(startTraining(db, request(userId, modelId))).rejects.toMatchObject({
      code: "INVALID",
      message: "A model needs at least 10 photos; this one has 9. Add 1 more.",
    });
  });

  test("keeps to the plan: one model on Free, no fine-tuning", async ({ db }) => {
    const userId = await addUser(db);
    await addModel(db, { userId, status: "ready" });
    const modelId = await addModel(db, { userId, status: "draft", photos: 10 });
    await expect(startTraining(db, request(userId, modelId))).rejects.toMatchObject({ code: "PLAN_LIMIT" });
    await expect(startTraining(db, request(userId, modelId, "fine-tuned"))).rejects.toMatchObject({
      code: "PLAN_LIMIT",
    });
  });

  test("does not know a stranger's model", async ({ db }) => {
    const modelId = await addModel(db, { userId: await addUser(db), status: "draft", photos: 10 });
    const stranger = await addUser(db);
    await expect(startTraining(db, request(stranger, modelId))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(cancelTraining(db, { userId: stranger, modelId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("a fine-tuning that fails or is cancelled is given back, once", async ({ db }) => {
    const userId = await addUser(db, "creator");
    const modelId = await addModel(db, { userId, status: "draft", photos: 10 });
    await startTraining(db, request(userId, modelId, "fine-tuned"));
    await failTraining(db, { modelId, attempt: 1, reason: "The trainer stumbled." });
    await failTraining(db, { modelId, attempt: 1, reason: "Again." });

    const model = await db
      .selectFrom("model")
      .selectAll()
      .where("id", "=", modelId)
      .executeTakeFirstOrThrow();
    expect(model).toMatchObject({ status: "failed", failure: "The trainer stumbled." });
    await startTraining(db, request(userId, modelId, "fine-tuned"));
    await cancelTraining(db, { userId, modelId });
    const uses = await db
      .selectFrom("fineTuningUse")
      .select("givenBackAt")
      .where("modelId", "=", modelId)
      .execute();
    expect(uses.map((use) => use.givenBackAt !== null)).toEqual([true, true]);
  });
});
