import { neonConfig } from "@neondatabase/serverless";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import ws from "ws";

import { connect } from "~/kysely/connect";
import { httpDb } from "~/kysely/http";
import { newId } from "~/server/new-id";
import { addModel, addUser } from "~/server/testing/people";

import { appRouter, createCaller } from "./root";

neonConfig.webSocketConstructor = ws;

/** Committed for real: the procedures open connections of their own. */
const db = connect(inject("databaseUrl"), 2);
const owned = { userId: "", strangerId: "", modelId: "", photoId: "", pictureId: "" };

beforeAll(async () => {
  owned.userId = await addUser(db);
  owned.strangerId = await addUser(db);
  owned.modelId = await addModel(db, { userId: owned.userId, status: "failed", photos: 1 });
  const photo = await db
    .selectFrom("photo")
    .select("id")
    .where("modelId", "=", owned.modelId)
    .executeTakeFirstOrThrow();
  owned.photoId = photo.id;
  const generationId = newId();
  await db
    .insertInto("generation")
    .values({
      id: generationId,
      userId: owned.userId,
      requestId: newId(),
      modelId: null,
      modelName: null,
      fluxModel: "flux-2-dev",
      status: "done",
      prompt: "a kite",
      style: "anime",
      aspect: "1:1",
      count: 1,
      steps: null,
      guidance: null,
      seed: 1,
      price: 1,
      deadlineAt: new Date(),
    })
    .execute();
  owned.pictureId = newId();
  await db
    .insertInto("picture")
    .values({
      id: owned.pictureId,
      userId: owned.userId,
      generationId,
      position: 0,
      status: "ready",
      seed: 1,
    })
    .execute();
});

afterAll(async () => {
  await db.deleteFrom("appUser").where("id", "in", [owned.userId, owned.strangerId]).execute();
  await db.destroy();
});

const as = (userId: string | null) =>
  createCaller({ userId, requestId: "test", addressHash: null, readDb: httpDb() });
type Caller = ReturnType<typeof as>;

/** How each procedure that takes an id is tried with someone else's; the others show only one's own. */
const withIds: Record<string, (caller: Caller) => Promise<unknown>> = {
  "models.byId": (caller) => caller.models.byId({ modelId: owned.modelId }),
  "models.removePhoto": (caller) => caller.models.removePhoto({ photoId: owned.photoId }),
  "models.startTraining": (caller) =>
    caller.models.startTraining({ modelId: owned.modelId, kind: "instant", consentVersion: "2026-11-22" }),
  "models.cancelTraining": (caller) => caller.models.cancelTraining({ modelId: owned.modelId }),
  "models.delete": (caller) => caller.models.delete({ modelId: owned.modelId }),
  "generations.create": (caller) =>
    caller.generations.create({
      requestId: crypto.randomUUID(),
      modelId: owned.modelId,
      fluxModel: "flux-2-dev",
      prompt: "a kite",
      style: "anime",
      aspect: "1:1",
      count: 1,
    }),
  "pictures.byId": (caller) => caller.pictures.byId({ pictureId: owned.pictureId }),
  "pictures.delete": (caller) => caller.pictures.delete({ pictureId: owned.pictureId }),
};
const withoutIds: Record<string, (caller: Caller) => Promise<unknown>> = {
  "account.entitlements": (caller) => caller.account.entitlements(),
  "models.list": (caller) => caller.models.list(),
  "models.draft": (caller) => caller.models.draft(),
  "models.saveDraft": (caller) => caller.models.saveDraft({ name: "Ada", subject: "woman" }),
  "generations.recent": (caller) => caller.generations.recent(),
  "pictures.list": (caller) => caller.pictures.list({}),
};

describe("every procedure", () => {
  test("stands in one of the two tables", () => {
    const tried = [...Object.keys(withIds), ...Object.keys(withoutIds)];
    expect(tried.toSorted()).toEqual(Object.keys(appRouter._def.procedures).toSorted());
  });

  test.each(Object.entries({ ...withIds, ...withoutIds }))(
    "%s refuses who is signed out",
    async (_, call) => {
      await expect(call(as(null))).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    },
  );

  test.each(Object.entries(withIds))("%s does not know another's id", async (_, call) => {
    await expect(call(as(owned.strangerId))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("shows a stranger nothing of another's", async () => {
    const stranger = as(owned.strangerId);
    expect(await stranger.models.list()).toEqual([]);
    expect(await stranger.generations.recent()).toEqual([]);
    expect((await stranger.pictures.list({})).pictures).toEqual([]);
  });
});
