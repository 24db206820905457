import type { Kysely } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";

import { connect } from "~/kysely/connect";
import type { Database } from "~/kysely/schema";
import { configureNeon } from "~/kysely/neon";
import { findBalance } from "~/server/credits/queries";
import { postEntry } from "~/server/credits/post-entry";
import { createGeneration } from "~/server/generations/create-generation";
import { addUser } from "~/server/testing/people";
import { neonConfig } from "@neondatabase/serverless";
import ws from "ws";

import { act, buy, deliver, deliverAll, listSent, sign } from "./testing/seller";

neonConfig.webSocketConstructor = ws;
configureNeon(inject("neonProxy"));

// Committed for real, by users of their own: a race needs connections of its own.
let db: Kysely<Database>;
const userIds: string[] = [];

beforeAll(() => {
  db = connect(inject("databaseUrl"), 12);
});
afterAll(async () => {
  await db.deleteFrom("appUser").where("id", "in", userIds).execute();
  await db.destroy();
});

async function newUser(): Promise<string> {
  const userId = await addUser(db);
  userIds.push(userId);
  return userId;
}

async function sumEntries(userId: string): Promise<number> {
  const { sum } = await db
    .selectFrom("creditEntry")
    .select((eb) => eb.fn.sum<string>("amount").as("sum"))
    .where("userId", "=", userId)
    .executeTakeFirstOrThrow();
  return Number(sum);
}

/** The same shuffle for the same seed. */
function shuffle<T>(items: readonly T[], seed: number): T[] {
  let state = seed;
  const next = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  return items
    .map((item) => ({ item, at: next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

test("100 copies of one webhook with 20 forged among them: one grant, 20 times 401", async () => {
  const userId = await newUser();
  await buy(db, { userId, plan: "creator" });
  const paid = (await listSent(userId)).find(({ name }) => name === "subscription_payment_success");
  const body = paid?.body ?? "";
  const copies = [
    ...Array.from({ length: 100 }, () => sign(body)),
    ...Array.from({ length: 20 }, (_, index) => sign(body, `forged-${index}`)),
  ];
  const answers = await Promise.all(shuffle(copies, 4).map((signature) => deliver(db, body, signature)));
  const statuses = answers.map((answer) => answer.status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(20);
  expect(statuses.filter((status) => status === 200)).toHaveLength(100);
  const outcomes = await Promise.all(
    answers.filter((answer) => answer.ok).map(async (answer) => JSON.stringify(await answer.json())),
  );
  expect(outcomes.filter((outcome) => outcome.includes("applied"))).toHaveLength(1);
  expect(await findBalance(db, userId)).toBe(203);
  expect(await sumEntries(userId)).toBe(203);
}, 60_000);

test("K credits and 200 requests at once: exactly K pictures", async () => {
  const userId = await newUser();
  const K = 37;
  await postEntry(db, { userId, amount: K - 3, reason: "grant", ref: `race-${userId}`, note: "for a test" });
  const press = () =>
    createGeneration(db, {
      userId,
      requestId: crypto.randomUUID(),
      modelId: null,
      fluxModel: "flux-2-dev",
      prompt: "a kite",
      style: "anime",
      aspect: "1:1",
      count: 1,
      steps: null,
      guidance: null,
      seed: null,
    });
  const outcomes = await Promise.allSettled(Array.from({ length: 200 }, press));
  const refused = outcomes.filter((outcome) => outcome.status === "rejected");
  expect(outcomes.length - refused.length).toBe(K);
  for (const { reason } of refused) expect(reason).toMatchObject({ code: "OUT_OF_CREDITS" });
  expect(await findBalance(db, userId)).toBe(0);
  expect(await sumEntries(userId)).toBe(0);
}, 60_000);

describe("all that a busy month says", () => {
  test("at once, twice and with spends between leaves one grant an invoice", async () => {
    const userId = await newUser();
    const subscription = Number(await buy(db, { userId, plan: "creator" }));
    await act({ act: "renew", subscription });
    await act({ act: "cancel", subscription });
    await act({ act: "resume", subscription });
    await act({ act: "fail", subscription });
    await act({ act: "recover", subscription });
    const sent = await listSent(userId);
    const bodies = shuffle([...sent, ...sent], 7).map(({ body }) => body);
    const spend = (index: number) =>
      postEntry(db, {
        userId,
        amount: -1,
        reason: "generation",
        ref: `${userId}-${index}`,
        note: "for a test",
      }).then(
        () => 1,
        () => 0,
      );
    const [answers, spent] = await Promise.all([
      Promise.all(bodies.map((body) => deliver(db, body))),
      Promise.all(Array.from({ length: 60 }, (_, index) => spend(index))),
    ]);
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    const grants = await db
      .selectFrom("creditEntry")
      .select("amount")
      .where("userId", "=", userId)
      .where("reason", "=", "grant")
      .execute();
    expect(grants).toEqual([{ amount: 200 }, { amount: 200 }, { amount: 200 }]);
    const balance = await findBalance(db, userId);
    expect(balance).toBe(await sumEntries(userId));
    expect(balance).toBeGreaterThanOrEqual(0);
    expect(spent.length).toBe(60);
    await deliverAll(db, userId);
    expect(await findBalance(db, userId)).toBe(balance);
  }, 60_000);
});
