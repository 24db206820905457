import { describe, expect } from "vitest";

import type { Db } from "~/kysely/database";
import { test } from "~/kysely/testing/test";
import { newId } from "~/server/new-id";
import { ensureUser } from "~/server/users/ensure-user";

import { applyLook } from "./apply-look";
import { takeNumber } from "./look-at-seller";
import { openBooks } from "./testing/books";
import type { Books } from "./testing/books";

async function openSale(db: Db, userId: string) {
  await ensureUser(db, { id: userId });
  const checkoutId = newId();
  await db.insertInto("checkout").values({ id: checkoutId, userId, plan: "creator" }).execute();
  const books = openBooks({ userId, checkoutId, email: "ada@example.test" });
  books.play({ does: "buy", plan: "creator", afterSeconds: 1 });
  return { books, purchase: { userId, checkoutId } };
}

async function lookAt(db: Db, books: Books) {
  const look = books.look(books.sales[0]?.subscription.id ?? "", await takeNumber(db));
  if (!look) throw new Error("The books have no sale.");
  return look;
}

const readStatus = async (db: Db, userId: string) =>
  (
    await db
      .selectFrom("subscription")
      .select(["status", "plan"])
      .where("userId", "=", userId)
      .executeTakeFirstOrThrow()
  ).status;

describe("two looks at a subscription that changed twice in one second", () => {
  test.for([
    ["in the order they were taken", false],
    ["in the other order", true],
  ] as const)("written down %s, end with the later one", async ([, isReversed], { db, userId }) => {
    const { books, purchase } = await openSale(db, userId);
    books.play({ does: "cancel", afterSeconds: 60 });
    const cancelled = await lookAt(db, books);
    books.play({ does: "resume", afterSeconds: 0 });
    const resumed = await lookAt(db, books);
    expect(cancelled.subscription.updatedAt).toEqual(resumed.subscription.updatedAt);

    const looks = isReversed ? [resumed, cancelled] : [cancelled, resumed];
    for (const look of looks) await applyLook(db, look, purchase);
    expect(await readStatus(db, userId)).toBe("active");
  });
});

test("an unknown variant keeps the plan, and its invoices wait until it is known", async ({ db, userId }) => {
  const { books, purchase } = await openSale(db, userId);
  await applyLook(db, await lookAt(db, books), purchase);
  books.play({ does: "renew", afterSeconds: 60 });
  const renewed = await lookAt(db, books);
  const strange = { ...renewed, subscription: { ...renewed.subscription, variantId: "1" } };
  expect(await applyLook(db, strange)).toMatchObject({ outcome: "unknown-variant" });
  expect(await db.selectFrom("invoice").select("id").where("userId", "=", userId).execute()).toHaveLength(1);
  expect(await applyLook(db, { ...renewed, number: await takeNumber(db) })).toMatchObject({
    outcome: "applied",
    changes: [expect.stringMatching(/200 credits granted/)],
  });
});

test("a new subscription of an unknown variant is nothing we sold", async ({ db, userId }) => {
  const { books, purchase } = await openSale(db, userId);
  const look = await lookAt(db, books);
  const strange = { ...look, subscription: { ...look.subscription, variantId: "1" } };
  expect(await applyLook(db, strange, purchase)).toEqual({ outcome: "unknown-variant", changes: [] });
  expect(await db.selectFrom("subscription").select("id").where("userId", "=", userId).execute()).toEqual([]);
});

describe("a change to a larger plan", () => {
  test("brings the difference for the rest of the month, and no more when done again", async ({
    db,
    userId,
  }) => {
    const { books, purchase } = await openSale(db, userId);
    const halfAMonth = 14 * 24 * 3600;
    books.play({ does: "change", plan: "pro", afterSeconds: halfAMonth });
    await applyLook(db, await lookAt(db, books), purchase);
    const granted = async () => {
      const rows = await db
        .selectFrom("invoice")
        .select(["reason", "granted"])
        .where("userId", "=", userId)
        .orderBy("id")
        .execute();
      return rows.map(({ reason, granted: amount }) => [reason, amount]);
    };
    // January 31st to February 28th: half of 300.
    expect(await granted()).toEqual([
      ["initial", 200],
      ["updated", 150],
    ]);

    // Down and up again costs money each time, but a month never brings more than the larger plan's.
    for (let round = 0; round < 3; round++) {
      books.play({ does: "change", plan: "creator", afterSeconds: 1 });
      books.play({ does: "change", plan: "pro", afterSeconds: 1 });
    }
    await applyLook(db, await lookAt(db, books), purchase);
    expect((await granted()).map(([, amount]) => amount)).toEqual([200, 150, 150, 0, 0]);
  });
});
