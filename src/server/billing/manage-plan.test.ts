import { describe, expect } from "vitest";

import type { Db } from "~/kysely/database";
import { test } from "~/kysely/testing/test";
import { findBalance } from "~/server/credits/queries";
import { createGeneration } from "~/server/generations/create-generation";
import { listModelsOf } from "~/server/models/queries";
import { newId } from "~/server/new-id";
import { addModel, addUser } from "~/server/testing/people";
import { readEntitlements } from "~/server/users/read-entitlements";

import { answerLedger } from "./answer-ledger";
import { listLedger } from "./list-ledger";
import { cancelPlan, changePlan, openInvoice, openPortal, resumePlan } from "./manage-plan";
import { previewChange } from "./preview-change";
import { listInvoicesFor } from "./queries";
import { readOverview } from "./read-overview";
import { startCheckout } from "./start-checkout";
import { act, buy, deliverAll } from "./testing/seller";

async function subscribe(db: Db, plan: "creator" | "pro" | "enterprise" = "creator") {
  const userId = await addUser(db);
  const subscription = Number(await buy(db, { userId, plan }));
  await deliverAll(db, userId);
  return { userId, subscription };
}

describe("a checkout", () => {
  test("waits until it is paid, and grants nothing by itself", async ({ db }) => {
    const userId = await addUser(db);
    const url = await startCheckout(db, { userId, plan: "pro", origin: "http://localhost:3000" });
    expect(url).toMatch(/^http/);
    expect(await readOverview(db, userId)).toMatchObject({
      ...{ plan: "free", subscription: null, credits: 3, checkout: { plan: "pro" } },
      soldPlans: ["creator", "pro", "enterprise"],
    });
  });

  test("is no longer waited for once its purchase has come", async ({ db }) => {
    const { userId } = await subscribe(db);
    expect(await readOverview(db, userId)).toMatchObject({
      ...{ plan: "creator", checkout: null, credits: 203, creditsUsed: 0 },
      subscription: { status: "active", isSold: true, paymentFailed: false },
    });
  });

  test("of a plan that is held is refused, and of another one sent to the change", async ({ db }) => {
    const { userId } = await subscribe(db);
    await expect(startCheckout(db, { userId, plan: "creator", origin: null })).rejects.toMatchObject({
      ...{ code: "INVALID", message: "You already have Creator." },
    });
    await expect(startCheckout(db, { userId, plan: "pro", origin: null })).rejects.toMatchObject({
      ...{ code: "INVALID", message: expect.stringMatching(/Change it to Pro/) as string },
    });
  });
});

describe("a change of plan", () => {
  test("up is charged pro rata and brings what the preview said, at once", async ({ db }) => {
    const { userId, subscription } = await subscribe(db);
    await act({ act: "pass", subscription, days: 15 });
    await deliverAll(db, userId);
    const preview = await previewChange(db, { userId, plan: "pro" });
    expect(preview).toMatchObject({ direction: "up", renewalCents: 4000, currency: "USD", modelsLocked: 0 });
    expect(preview.costsNowCents).toBeGreaterThan(900);
    expect(preview.costsNowCents).toBeLessThan(1100);

    await changePlan(db, { userId, plan: "pro" });
    expect(await readOverview(db, userId)).toMatchObject({ plan: "pro", credits: 203 + preview.creditsNow });
    const [change] = await listInvoicesFor(db, { userId, limit: 10 });
    expect(change).toMatchObject({ reason: "updated", status: "paid", plan: "pro", currency: "USD" });
    expect(Math.abs((change?.totalCents ?? 0) - preview.costsNowCents)).toBeLessThanOrEqual(2);
    // What is delivered later says nothing new.
    await deliverAll(db, userId);
    expect(await findBalance(db, userId)).toBe(203 + preview.creditsNow);
  });

  test("down costs nothing, gives nothing back, and locks the oldest models", async ({ db }) => {
    const { userId } = await subscribe(db, "pro");
    const models = [];
    for (let n = 0; n < 5; n++) models.push(await addModel(db, { userId, status: "ready" }));
    expect(await previewChange(db, { userId, plan: "creator" })).toMatchObject({
      ...{ direction: "down", costsNowCents: 0, creditsNow: 0, modelsLocked: 2 },
      fluxModelsLost: ["flux-2-max", "kontext-max"],
    });
    await changePlan(db, { userId, plan: "creator" });
    expect(await findBalance(db, userId)).toBe(503);
    const listed = await listModelsOf(db, userId);
    expect(listed.map(({ id, isLocked }) => [id, isLocked])).toEqual(
      models.toReversed().map((id, index) => [id, index >= 3]),
    );
  });

  test("to the plan that is held, or while it is cancelled, is refused", async ({ db }) => {
    const { userId } = await subscribe(db);
    await expect(changePlan(db, { userId, plan: "creator" })).rejects.toMatchObject({ code: "INVALID" });
    await cancelPlan(db, userId);
    await expect(changePlan(db, { userId, plan: "pro" })).rejects.toMatchObject({ code: "NOT_READY" });
  });
});

test("a cancelled plan stays until its end, and can be resumed", async ({ db }) => {
  const { userId } = await subscribe(db);
  await cancelPlan(db, userId);
  const overview = await readOverview(db, userId);
  expect(overview).toMatchObject({ plan: "creator", subscription: { status: "cancelled" } });
  expect(overview?.subscription?.endsAt?.getTime()).toBeGreaterThan(Date.now());
  await expect(cancelPlan(db, userId)).rejects.toMatchObject({ code: "NOT_READY" });

  await resumePlan(db, userId);
  expect(await readOverview(db, userId)).toMatchObject({ subscription: { status: "active", endsAt: null } });
  await expect(resumePlan(db, userId)).rejects.toMatchObject({ code: "NOT_READY" });
});

test("a failed card keeps the plan for now, and loses it when the seller gives up", async ({ db }) => {
  const { userId, subscription } = await subscribe(db);
  await act({ act: "fail", subscription });
  await deliverAll(db, userId);
  expect(await readOverview(db, userId)).toMatchObject({
    ...{ plan: "creator", subscription: { paymentFailed: true } },
  });
  await act({ act: "give-up", subscription });
  await deliverAll(db, userId);
  expect(await readOverview(db, userId)).toMatchObject({ plan: "free", subscription: { status: "unpaid" } });
});

test("the seller's pages are fetched on the click, for one's own plan and invoices only", async ({ db }) => {
  const { userId } = await subscribe(db);
  const stranger = await addUser(db);
  expect(await openPortal(db, { userId, page: "paymentMethod" })).toMatch(/^http/);
  await expect(openPortal(db, { userId: stranger, page: "portal" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });

  const [invoice] = await listInvoicesFor(db, { userId, limit: 1 });
  const invoiceId = invoice?.id ?? "";
  expect(await openInvoice(db, { userId, invoiceId })).toMatch(/^http/);
  await expect(openInvoice(db, { userId: stranger, invoiceId })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

const press = (userId: string, modelId: string | null, count = 1) => ({
  ...{ userId, modelId, count, requestId: crypto.randomUUID(), prompt: "a kite" },
  ...({ fluxModel: "flux-2-dev", style: "anime", aspect: "1:1" } as const),
  ...{ steps: null, guidance: null, seed: null },
});

describe("a locked model", () => {
  test("makes no pictures and says how to unlock it; the newest still does", async ({ db }) => {
    const userId = await addUser(db);
    const older = await addModel(db, { userId, status: "ready" });
    const newer = await addModel(db, { userId, status: "ready" });
    await expect(createGeneration(db, press(userId, older))).rejects.toMatchObject({
      ...{ code: "PLAN_LIMIT", message: expect.stringMatching(/is locked: .* to unlock it/) as string },
    });
    expect(await createGeneration(db, press(userId, newer))).toHaveProperty("generationId");

    await db.deleteFrom("model").where("id", "=", newer).execute();
    expect(await createGeneration(db, press(userId, older))).toHaveProperty("generationId");
  });
});

test("Enterprise pays nothing for pictures, up to its rate", async ({ db }) => {
  const { userId } = await subscribe(db, "enterprise");
  for (let n = 0; n < 30; n++) {
    await createGeneration(db, press(userId, null, 4));
    // Made at once: the queue has room for fewer than an hour's.
    await db.updateTable("picture").set({ status: "ready" }).where("userId", "=", userId).execute();
  }
  expect(await findBalance(db, userId)).toBe(3);
  expect((await readEntitlements(db, userId))?.hourly).toEqual({ used: 120, total: 120 });
  await expect(createGeneration(db, press(userId, null))).rejects.toMatchObject({
    ...{ code: "PLAN_LIMIT", message: expect.stringMatching(/up to 120 pictures an hour/) as string },
  });
});

describe("the ledger", () => {
  test("leads to the picture, its model and the invoice, and nowhere for strangers' refs", async ({ db }) => {
    const { userId } = await subscribe(db);
    const modelId = await addModel(db, { userId, status: "ready" });
    const { generationId } = await createGeneration(db, press(userId, modelId));
    await db
      .updateTable("picture")
      .set({ status: "ready" })
      .where("generationId", "=", generationId)
      .execute();
    const [picture] = await db
      .selectFrom("picture")
      .select("id")
      .where("generationId", "=", generationId)
      .execute();
    const [invoice] = await listInvoicesFor(db, { userId, limit: 1 });

    const entries = await listLedger(db, { userId, limit: 10 });
    expect(entries).toMatchObject([
      { reason: "generation", amount: -1, pictureId: picture?.id, modelId, invoiceId: null },
      { reason: "grant", amount: 200, pictureId: null, invoiceId: invoice?.id },
      { reason: "sign-up", amount: 3, pictureId: null, invoiceId: null },
    ]);
    const after = await listLedger(db, { userId, before: entries[0]?.id, limit: 1 });
    expect(after.map(({ id }) => id)).toEqual([entries[1]?.id]);
  });

  test("comes as CSV that no spreadsheet takes for a formula", async ({ db }) => {
    const userId = await addUser(db);
    const note = '=1+1 "a", b';
    await db
      .insertInto("creditEntry")
      .values({ id: newId(), userId, amount: -1, reason: "generation", ref: newId(), note, balanceAfter: 2 })
      .execute();
    const response = await answerLedger(db, userId);
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const [head, first, second] = (await response.text()).split("\r\n");
    expect(head).toBe("date,what,reason,amount,balance after,picture,model,invoice");
    expect(first).toMatch(/^\d{4}-.*,Welcome: your first credits,sign-up,3,3,,,$/);
    expect(second).toMatch(/^\d{4}-.*,"'=1\+1 ""a"", b",generation,-1,2,,,$/);
    expect((await answerLedger(db, null)).status).toBe(401);
  });
});
