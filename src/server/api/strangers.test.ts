import { neonConfig } from "@neondatabase/serverless";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import ws from "ws";

import { consent } from "~/catalog/consent";
import { connect } from "~/kysely/connect";
import { httpDb } from "~/kysely/http";
import { newId } from "~/server/new-id";
import { addModel, addUser, addVersion } from "~/server/testing/people";

import { appRouter, createCaller } from "./root";

neonConfig.webSocketConstructor = ws;

/** Committed for real: the procedures open connections of their own. */
const db = connect(inject("databaseUrl"), 2);
const owned = {
  userId: "",
  strangerId: "",
  modelId: "",
  versionId: "",
  photoId: "",
  pictureId: "",
  invoiceId: "",
  requestId: newId(),
};

beforeAll(async () => {
  owned.userId = await addUser(db);
  owned.strangerId = await addUser(db);
  owned.modelId = await addModel(db, { userId: owned.userId, status: "failed", photos: 1 });
  owned.versionId = await addVersion(db, owned);
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
      requestId: owned.requestId,
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
      style: "anime",
      status: "ready",
      seed: 1,
    })
    .execute();
  owned.invoiceId = await addInvoice(owned.userId);
});

async function addInvoice(userId: string): Promise<string> {
  const [subscriptionId, invoiceId] = [newId(), newId()];
  await db
    .insertInto("subscription")
    .values({ id: subscriptionId, userId, plan: "pro", status: "active", providerId: `sub-${userId}` })
    .execute();
  await db
    .insertInto("invoice")
    .values({
      id: invoiceId,
      userId,
      subscriptionId,
      providerId: `invoice-${userId}`,
      reason: "initial",
      status: "paid",
      currency: "USD",
      totalCents: 4000,
      issuedAt: new Date(),
    })
    .execute();
  return invoiceId;
}

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
    caller.models.startTraining({ modelId: owned.modelId, kind: "instant" }),
  "models.agree": (caller) =>
    caller.models.agree({ modelId: owned.modelId, consentVersion: consent.version }),
  "models.activateVersion": (caller) => caller.models.activateVersion({ versionId: owned.versionId }),
  "models.deleteVersion": (caller) => caller.models.deleteVersion({ versionId: owned.versionId }),
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
  "generations.runPack": (caller) =>
    caller.generations.runPack({
      requestId: crypto.randomUUID(),
      modelId: owned.modelId,
      fluxModel: "flux-2-dev",
      pack: "dating",
      count: 1,
    }),
  "generations.cancel": (caller) => caller.generations.cancel({ requestId: owned.requestId }),
  "generations.reorder": (caller) => caller.generations.reorder({ requestIds: [owned.requestId] }),
  "pictures.vary": (caller) =>
    caller.pictures.vary({ pictureId: owned.pictureId, requestId: crypto.randomUUID(), count: 1 }),
  "pictures.upscale": (caller) =>
    caller.pictures.upscale({ pictureId: owned.pictureId, requestId: crypto.randomUUID() }),
  "pictures.byId": (caller) => caller.pictures.byId({ pictureId: owned.pictureId }),
  // Whoever is no operator, like a stranger, finds nothing there.
  "admin.overview": (caller) => caller.admin.overview(),
  "admin.decide": (caller) => caller.admin.decide({ reportId: owned.photoId, decision: "restore", note: "" }),
  "billing.invoice": (caller) => caller.billing.invoice({ invoiceId: owned.invoiceId }),
  "pictures.favour": (caller) => caller.pictures.favour({ pictureIds: [owned.pictureId], isFavourite: true }),
  "pictures.delete": (caller) => caller.pictures.delete({ pictureIds: [owned.pictureId] }),
  "pictures.restore": (caller) => caller.pictures.restore({ pictureIds: [owned.pictureId] }),
  "pictures.zip": (caller) => caller.pictures.zip({ pictureIds: [owned.pictureId] }),
  "shares.open": (caller) => caller.shares.open({ pictureId: owned.pictureId, showsPrompt: true }),
  "shares.revoke": (caller) => caller.shares.revoke({ pictureId: owned.pictureId }),
};
const withoutIds: Record<string, (caller: Caller) => Promise<unknown>> = {
  "account.entitlements": (caller) => caller.account.entitlements(),
  "billing.overview": (caller) => caller.billing.overview(),
  "billing.checkout": (caller) => caller.billing.checkout({ plan: "pro" }),
  "billing.previewChange": (caller) => caller.billing.previewChange({ plan: "creator" }),
  "billing.changePlan": (caller) => caller.billing.changePlan({ plan: "creator" }),
  "billing.cancel": (caller) => caller.billing.cancel(),
  "billing.resume": (caller) => caller.billing.resume(),
  "billing.invoices": (caller) => caller.billing.invoices(),
  "billing.portal": (caller) => caller.billing.portal({ page: "portal" }),
  "billing.ledger": (caller) => caller.billing.ledger({}),
  "privacy.overview": (caller) => caller.privacy.overview(),
  "privacy.chooseRetention": (caller) => caller.privacy.chooseRetention({ retention: "keep" }),
  "privacy.beginExport": (caller) => caller.privacy.beginExport(),
  "privacy.eraseAccount": (caller) =>
    caller.privacy.eraseAccount({ confirmation: "delete everything", token: "a".repeat(32) }),
  "models.list": (caller) => caller.models.list(),
  "models.draft": (caller) => caller.models.draft(),
  "models.saveDraft": (caller) => caller.models.saveDraft({ name: "Ada", subject: "woman" }),
  "generations.recent": (caller) => caller.generations.recent(),
  "generations.queue": (caller) => caller.generations.queue(),
  "generations.history": (caller) => caller.generations.history(),
  "pictures.list": (caller) => caller.pictures.list({}),
};

/** For everyone: what they show is tried where it is made. */
const open = ["shares.see", "shares.report", "privacy.erasure"];

describe("every procedure", () => {
  test("stands in one of the tables", () => {
    const tried = [...Object.keys(withIds), ...Object.keys(withoutIds), ...open];
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
    expect(await stranger.pictures.list({})).toMatchObject({ pictures: [], total: 0 });
    expect((await stranger.pictures.list({ model: owned.modelId })).pictures).toEqual([]);
    expect(await stranger.generations.queue()).toEqual([]);
    expect(await stranger.generations.history()).toEqual([]);
    expect(await stranger.privacy.overview()).toMatchObject({
      models: [],
      counts: { photos: 0, pictures: 0 },
    });
    expect(await stranger.billing.invoices()).toEqual([]);
    expect((await stranger.billing.ledger({})).entries).toMatchObject([{ reason: "sign-up" }]);
    expect(await stranger.billing.overview()).toMatchObject({ plan: "free", subscription: null });
  });

  test("shows whoever has a link its picture, and nothing of whose it is", async () => {
    const { token } = await as(owned.userId).shares.open({ pictureId: owned.pictureId, showsPrompt: false });
    await db.updateTable("picture").set({ storageKey: newId() }).where("id", "=", owned.pictureId).execute();
    const shared = { widthPx: 1, heightPx: 1, prompt: null };
    for (const anyone of [null, owned.strangerId]) {
      expect(await as(anyone).shares.see({ token })).toEqual(shared);
      expect(await as(anyone).shares.see({ token: "nonsense" })).toBeNull();
    }
    await as(owned.userId).shares.revoke({ pictureId: owned.pictureId });
    expect(await as(null).shares.see({ token })).toBeNull();
  });

  test("lets a stranger manage no plan of another's", async () => {
    const stranger = as(owned.strangerId);
    const tries = [
      () => stranger.billing.cancel(),
      () => stranger.billing.resume(),
      () => stranger.billing.changePlan({ plan: "creator" }),
      () => stranger.billing.previewChange({ plan: "creator" }),
      () => stranger.billing.portal({ page: "paymentMethod" }),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
