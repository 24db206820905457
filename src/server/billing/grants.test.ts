import { describe, expect } from "vitest";

import type { Db } from "~/kysely/database";
import { test } from "~/kysely/testing/test";
import { postEntry } from "~/server/credits/post-entry";
import { findBalance } from "~/server/credits/queries";
import { newId } from "~/server/new-id";
import { ensureUser } from "~/server/users/ensure-user";

import { readLedger, readSubscription } from "./testing/read-rows";
import { act, buy, deliverAll } from "./testing/seller";

const FREE = 3;

async function spend(db: Db, userId: string, amount: number) {
  await postEntry(db, { userId, amount: -amount, reason: "generation", ref: newId(), note: "for a test" });
}

describe("credits", () => {
  test("roll over once, up to a month's", async ({ db, userId }) => {
    await ensureUser(db, { id: userId });
    const id = Number(await buy(db, { userId, plan: "creator" }));
    await deliverAll(db, userId);
    await spend(db, userId, 53);
    await act({ act: "pass", subscription: id, days: 31 });
    await deliverAll(db, userId);
    await act({ act: "pass", subscription: id, days: 31 });
    await deliverAll(db, userId);
    expect(await readLedger(db, userId)).toEqual([
      ["sign-up", 3, 3],
      ["grant", 200, 203],
      ["generation", -53, 150],
      ["grant", 200, 350],
      ["roll-over", -150, 200],
      ["grant", 200, 400],
    ]);
  });

  test("are taken back with a refund as far as they are there", async ({ db, userId }) => {
    await ensureUser(db, { id: userId });
    const id = Number(await buy(db, { userId, plan: "creator" }));
    await deliverAll(db, userId);
    await spend(db, userId, 90);
    await act({ act: "refund", subscription: id });
    await deliverAll(db, userId);
    await deliverAll(db, userId);
    expect((await readLedger(db, userId)).at(-1)).toEqual(["take-back", -113, 0]);
    const invoice = await db
      .selectFrom("invoice")
      .selectAll()
      .where("userId", "=", userId)
      .executeTakeFirstOrThrow();
    expect(invoice).toMatchObject({ status: "refunded", granted: 200, takenBack: 113, short: 87 });
  });

  test("of a failed payment come once, when it recovers", async ({ db, userId }) => {
    await ensureUser(db, { id: userId });
    const subscription = Number(await buy(db, { userId, plan: "creator" }));
    await act({ act: "fail", subscription });
    await deliverAll(db, userId);
    expect(await readSubscription(db, userId)).toMatchObject({ status: "past_due" });
    expect(await findBalance(db, userId)).toBe(FREE + 200);
    await act({ act: "recover", subscription });
    await deliverAll(db, userId);
    expect(await readSubscription(db, userId)).toMatchObject({ status: "active" });
    // 203 were left: 200 roll over.
    expect(await findBalance(db, userId)).toBe(400);
  });
});
