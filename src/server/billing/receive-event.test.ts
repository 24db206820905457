import { describe, expect } from "vitest";

import type { Db } from "~/kysely/database";
import { test } from "~/kysely/testing/test";
import { findBalance } from "~/server/credits/queries";
import { newId } from "~/server/new-id";
import { ensureUser } from "~/server/users/ensure-user";

import { refusalOf } from "./receive-event";
import { readLedger, readSubscription } from "./testing/read-rows";
import { act, buy, deliver, deliverAll, listSent, sign } from "./testing/seller";
import { syncSubscription } from "./sync-subscription";

const FREE = 3;

/** What was kept of the deliveries that name a user or hold some other text: other tests' are committed beside them. */
async function listEvents(db: Db, text: string) {
  return db
    .selectFrom("billingEvent")
    .selectAll()
    .where((eb) => eb(eb.cast<string>("body", "text"), "like", `%${text}%`))
    .execute();
}

describe("a purchase", () => {
  test("brings the plan and its credits once, whatever is delivered twice", async ({ db, userId }) => {
    await ensureUser(db, { id: userId });
    await buy(db, { userId, plan: "creator" });
    await deliverAll(db, userId);
    await deliverAll(db, userId);
    expect(await readSubscription(db, userId)).toMatchObject({ plan: "creator", status: "active" });
    expect(await readLedger(db, userId)).toEqual([
      ["sign-up", 3, 3],
      ["grant", 200, 203],
    ]);
  });

  test("is whole after any one of its events but the order's", async ({ db, userId }) => {
    await ensureUser(db, { id: userId });
    await buy(db, { userId, plan: "pro" });
    const sent = await listSent(userId);
    expect(sent.map(({ name }) => name)).toEqual([
      "order_created",
      "subscription_created",
      "subscription_updated",
      "subscription_payment_success",
    ]);
    expect(await (await deliver(db, sent[0]?.body ?? "")).json()).toEqual({ outcome: "ignored" });
    expect(await findBalance(db, userId)).toBe(FREE);
    expect(await (await deliver(db, sent[1]?.body ?? "")).json()).toEqual({ outcome: "applied" });
    expect(await findBalance(db, userId)).toBe(FREE + 500);
  });

  test("keeps nothing of the delivery that opens someone's account or names a card", async ({
    db,
    userId,
  }) => {
    await ensureUser(db, { id: userId });
    await buy(db, { userId, plan: "creator" });
    await deliverAll(db, userId);
    const rows = await listEvents(db, userId);
    expect(rows).toHaveLength(4);
    expect(JSON.stringify(rows)).not.toMatch(/https?:|card_|4242|user_name|ada@/);
    expect(JSON.stringify(rows)).toContain(userId);
  });
});

describe("a delivery", () => {
  test.for([
    ["none", null],
    ["an empty one", ""],
    ["a short one", "abcd"],
    ["a long one", "ab".repeat(100)],
    ["one that is no hex", "z".repeat(64)],
    ["one of odd length", "a".repeat(63)],
    ["another's", "0".repeat(64)],
    ["one in other letters", "é".repeat(64)],
  ] as const)("with a signature that is not the seller's is 401: %s", async ([, signature], { db }) => {
    const mark = newId();
    const body = JSON.stringify({ meta: { event_name: "subscription_created", mark } });
    const headers = new Headers();
    // Not every byte can stand in a header; what can is sent.
    if (signature !== null) headers.set("x-signature", signature);
    const response = await deliver(db, body, headers.get("x-signature"));
    expect(response.status).toBe(401);
    expect(await listEvents(db, mark)).toEqual([]);
  });

  test("of 5 MB is 413 before it is read to its end", async ({ db }) => {
    const body = "x".repeat(5 * 1024 * 1024);
    expect((await deliver(db, body)).status).toBe(413);
  });

  test.for([
    ["no JSON", "{"],
    ["no object", "[]"],
    ["no event", '{"meta":{},"data":{}}'],
  ] as const)("that is signed but %s is 400", async ([, body], { db }) => {
    expect((await deliver(db, body)).status).toBe(400);
  });

  test("of another store is 422", async ({ db, userId }) => {
    await buy(db, { userId, plan: "creator" });
    const [, sent] = await listSent(userId);
    const body = (sent?.body ?? "").replaceAll(/"store_id":\d+/g, '"store_id":1');
    expect((await deliver(db, body)).status).toBe(422);
  });

  test("for a user who was deleted after paying is recorded and left for a person", async ({
    db,
    userId,
  }) => {
    await ensureUser(db, { id: userId });
    await buy(db, { userId, plan: "creator" });
    await db.deleteFrom("appUser").where("id", "=", userId).execute();
    const [, sent] = await listSent(userId);
    const response = await deliver(db, sent?.body ?? "");
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ outcome: "user-gone" });
    expect(await listEvents(db, userId)).toMatchObject([
      { outcome: "user-gone", appliedAt: null, name: "subscription_created" },
    ]);
  });

  test("that names another user moves nothing to them", async ({ db, userId }) => {
    await ensureUser(db, { id: userId });
    const stranger = `user_${newId()}`;
    await ensureUser(db, { id: stranger });
    await buy(db, { userId, plan: "creator" });
    await deliverAll(db, userId);
    const body = ((await listSent(userId))[1]?.body ?? "").replaceAll(userId, stranger);
    expect(await (await deliver(db, body)).json()).toEqual({ outcome: "not-theirs" });
    expect(await readSubscription(db, stranger)).toBeUndefined();
    expect(await findBalance(db, stranger)).toBe(FREE);
  });

  test("that names someone who was never at a checkout gives them nothing", async ({ db, userId }) => {
    await ensureUser(db, { id: userId });
    const stranger = `user_${newId()}`;
    await ensureUser(db, { id: stranger });
    await buy(db, { userId, plan: "creator" });
    const body = ((await listSent(userId))[1]?.body ?? "").replaceAll(userId, stranger);
    expect(await (await deliver(db, body)).json()).toEqual({ outcome: "unclaimed" });
    expect(await readSubscription(db, stranger)).toBeUndefined();
  });

  test("about a subscription that the seller does not know is recorded", async ({ db, userId }) => {
    await ensureUser(db, { id: userId });
    const id = await buy(db, { userId, plan: "creator" });
    const body = ((await listSent(userId))[1]?.body ?? "").replaceAll(`"id":"${id}"`, '"id":"999999999"');
    expect(await (await deliver(db, body)).json()).toEqual({ outcome: "unknown-subscription" });
  });

  test("that comes late does not take a subscription back", async ({ db, userId }) => {
    await ensureUser(db, { id: userId });
    const id = Number(await buy(db, { userId, plan: "creator" }));
    const early = await listSent(userId);
    await act({ act: "cancel", subscription: id });
    const late = (await listSent(userId)).slice(early.length);
    for (const { body } of [...late, ...early]) await deliver(db, body);
    expect(await readSubscription(db, userId)).toMatchObject({ status: "cancelled" });
  });
});

test.for([
  ["in production, live", { isTest: false, storeId: "71001" }, false, undefined],
  ["in production, in test mode", { isTest: true, storeId: "71001" }, false, /Test mode is refused/],
  ["elsewhere, in test mode", { isTest: true, storeId: "71001" }, true, undefined],
  ["of another store", { isTest: false, storeId: "1" }, true, /store 1 is not ours/],
  ["of no store", { isTest: false, storeId: null }, false, undefined],
] as const)("an event %s", ([, event, allowsTest, expected]) => {
  const refusal = refusalOf(event, { allowsTest });
  if (expected === undefined) expect(refusal).toBeUndefined();
  else expect(refusal).toMatch(expected);
});

test("a subscription whose every event was lost is brought in by looking", async ({ db, userId }) => {
  await ensureUser(db, { id: userId, email: "ada@example.test" });
  const providerId = await buy(db, { userId, plan: "pro" });
  expect(sign("x")).toHaveLength(64);
  expect(await syncSubscription(db, { providerId })).toMatchObject({ outcome: "applied" });
  expect(await findBalance(db, userId)).toBe(FREE + 500);
  expect(await syncSubscription(db, { providerId })).toEqual({ outcome: "applied", changes: [] });
});
