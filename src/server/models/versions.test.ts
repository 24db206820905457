import { describe, expect } from "vitest";

import type { Db } from "~/kysely/database";
import { test } from "~/kysely/testing/test";
import { createGeneration } from "~/server/generations/create-generation";
import { findPictureToMake, listReferenceKeys } from "~/server/generations/queries";
import { removePhoto } from "~/server/photos/remove-photo";
import { addModel, addUser, addVersion } from "~/server/testing/people";
import { readEntitlements } from "~/server/users/read-entitlements";

import { beginTraining } from "./begin-training";
import { chooseReferences } from "./choose-references";
import { deleteModel } from "./delete-model";
import { deleteVersion } from "./delete-version";
import { cancelTraining, failTraining } from "./end-training";
import { finishTraining } from "./finish-training";
import { listVersionsOf } from "./list-versions";
import { startTraining } from "./start-training";
import { activateVersion } from "./activate-version";

const modelOf = (db: Db, modelId: string) =>
  db.selectFrom("model").selectAll().where("id", "=", modelId).executeTakeFirstOrThrow();

async function train(db: Db, training: { userId: string; modelId: string; kind: "instant" | "fine-tuned" }) {
  const { modelId } = training;
  await startTraining(db, training);
  const { attempt } = await modelOf(db, modelId);
  await beginTraining(db, { modelId, attempt });
  await chooseReferences(db, { modelId });
  if (training.kind === "fine-tuned") {
    await db
      .updateTable("model")
      .set({ weightsKey: `weights-${modelId}-${attempt}` })
      .where("id", "=", modelId)
      .execute();
  }
  await finishTraining(db, { modelId, attempt });
  await finishTraining(db, { modelId, attempt });
}

const press = (userId: string, modelId: string) => ({
  ...{ userId, modelId, requestId: crypto.randomUUID(), fluxModel: "flux-2-dev" as const, prompt: "a kite" },
  ...{ style: "anime" as const, aspect: "1:1" as const, count: 1, steps: null, guidance: null, seed: 1 },
});

async function firstPicture(db: Db, generationId: string) {
  const { id } = await db
    .selectFrom("picture")
    .select("id")
    .where("generationId", "=", generationId)
    .executeTakeFirstOrThrow();
  return findPictureToMake(db, id);
}

describe("versions of a model", () => {
  test("each training that ends well is one; pictures remember theirs; the slot is one", async ({ db }) => {
    const userId = await addUser(db, "creator");
    const modelId = await addModel(db, { userId, status: "draft", photos: 12 });
    await train(db, { userId, modelId, kind: "instant" });
    const first = await createGeneration(db, press(userId, modelId));
    await train(db, { userId, modelId, kind: "fine-tuned" });
    const second = await createGeneration(db, press(userId, modelId));

    const versions = await listVersionsOf(db, { userId, modelId });
    expect(
      versions.map(({ number, kind, isActive, photoCount }) => ({ number, kind, isActive, photoCount })),
    ).toEqual([
      { number: 2, kind: "fine-tuned", isActive: true, photoCount: 12 },
      { number: 1, kind: "instant", isActive: false, photoCount: 12 },
    ]);
    expect(versions[1]?.photos.filter(({ rank }) => rank !== null)).toHaveLength(8);
    expect(await firstPicture(db, first.generationId)).toMatchObject({ kind: "instant", weightsKey: null });
    expect(await firstPicture(db, second.generationId)).toMatchObject({
      kind: "fine-tuned",
      weightsKey: `weights-${modelId}-2`,
    });
    expect(await readEntitlements(db, userId)).toMatchObject({
      slots: { used: 1 },
      fineTunings: { used: 1 },
    });
    expect((await modelOf(db, modelId)).weightsKey).toBeNull();
  });

  test("goes on with the version it has while a new one is trained, fails or is called off", async ({
    db,
  }) => {
    const userId = await addUser(db, "creator");
    const modelId = await addModel(db, { userId, status: "ready", photos: 12 });
    await startTraining(db, { userId, modelId, kind: "fine-tuned" });
    await createGeneration(db, press(userId, modelId));
    await expect(startTraining(db, { userId, modelId, kind: "instant" })).rejects.toMatchObject({
      code: "NOT_READY",
    });

    await failTraining(db, { modelId, attempt: 1, reason: "The trainer stumbled." });
    expect(await modelOf(db, modelId)).toMatchObject({
      status: "ready",
      kind: "instant",
      failure: "The trainer stumbled.",
    });
    await startTraining(db, { userId, modelId, kind: "fine-tuned" });
    await cancelTraining(db, { userId, modelId });
    expect(await modelOf(db, modelId)).toMatchObject({ status: "ready", failure: null, versionCount: 1 });
    expect((await readEntitlements(db, userId))?.fineTunings.used).toBe(0);
    await createGeneration(db, press(userId, modelId));
  });

  test("a full plan may train its models anew; a locked model may not", async ({ db }) => {
    const userId = await addUser(db);
    const locked = await addModel(db, { userId, status: "ready", photos: 10 });
    const modelId = await addModel(db, { userId, status: "ready", photos: 10 });
    await startTraining(db, { userId, modelId, kind: "instant" });
    await expect(startTraining(db, { userId, modelId: locked, kind: "instant" })).rejects.toMatchObject({
      code: "PLAN_LIMIT",
    });
  });

  test("one can be used again and the others deleted, with their weights; numbers are not used twice", async ({
    db,
  }) => {
    const userId = await addUser(db, "creator");
    const modelId = await addModel(db, { userId, status: "ready", photos: 10 });
    const versionId = await addVersion(db, { userId, modelId, weightsKey: "weights-of-2" });
    const first = (await listVersionsOf(db, { userId, modelId }))[1]?.id ?? "";

    await expect(deleteVersion(db, { userId, versionId })).rejects.toMatchObject({ code: "NOT_READY" });
    await activateVersion(db, { userId, versionId: first });
    expect(await modelOf(db, modelId)).toMatchObject({ activeVersionId: first, kind: "instant" });
    await deleteVersion(db, { userId, versionId });
    const deletion = await db
      .selectFrom("deletion")
      .select(["subject", "fileKeys"])
      .where("subjectId", "=", versionId)
      .executeTakeFirstOrThrow();
    expect(deletion).toEqual({ subject: "version", fileKeys: ["weights-of-2"] });
    await db.updateTable("model").set({ attempt: 2 }).where("id", "=", modelId).execute();
    await train(db, { userId, modelId, kind: "instant" });
    expect((await listVersionsOf(db, { userId, modelId })).map(({ number }) => number)).toEqual([3, 1]);
  });

  test("a photo that is removed leaves every version, but not the last reference of the one in use", async ({
    db,
  }) => {
    const userId = await addUser(db);
    const modelId = await addModel(db, { userId, status: "ready", photos: 2 });
    const versionId = (await modelOf(db, modelId)).activeVersionId ?? "";
    await db
      .updateTable("photo")
      .set({ preparedKey: modelId })
      .where("name", "=", "1.jpg")
      .where("modelId", "=", modelId)
      .execute();
    const photos = await db
      .selectFrom("photo")
      .select("id")
      .where("modelId", "=", modelId)
      .orderBy("name")
      .execute();
    await removePhoto(db, { userId, photoId: photos[0]?.id ?? "" });
    expect(await listReferenceKeys(db, { versionId, limit: 8 })).toEqual([modelId]);
    await expect(removePhoto(db, { userId, photoId: photos[1]?.id ?? "" })).rejects.toThrow(
      /last reference photo/,
    );
  });

  test("a deleted model takes the weights of all its versions along", async ({ db }) => {
    const userId = await addUser(db);
    const modelId = await addModel(db, { userId, status: "ready", photos: 1 });
    await addVersion(db, { userId, modelId, weightsKey: "one" });
    await addVersion(db, { userId, modelId, weightsKey: "two" });
    await deleteModel(db, { userId, modelId });
    const { fileKeys } = await db
      .selectFrom("deletion")
      .select("fileKeys")
      .where("subjectId", "=", modelId)
      .executeTakeFirstOrThrow();
    expect(fileKeys.toSorted()).toEqual(["one", "two"]);
  });

  test("does not know a stranger's version", async ({ db }) => {
    const userId = await addUser(db);
    const modelId = await addModel(db, { userId, status: "ready", photos: 1 });
    const versionId = (await modelOf(db, modelId)).activeVersionId ?? "";
    const stranger = { userId: await addUser(db), versionId };
    await expect(activateVersion(db, stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(deleteVersion(db, stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await listVersionsOf(db, { userId: stranger.userId, modelId })).toEqual([]);
  });
});
