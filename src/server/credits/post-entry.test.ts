import { connect } from "~/kysely/connect";
import { test } from "~/kysely/testing/test";
import { Failure } from "~/server/errors";
import { newId } from "~/server/new-id";
import { describe, expect, inject } from "vitest";

import { postEntry } from "./post-entry";
import { findBalance } from "./queries";

const grant = (userId: string, amount: number) =>
  ({ userId, amount, reason: "grant", ref: newId(), note: "for a test" }) as const;
const spend = (userId: string, amount: number, ref = newId()) =>
  ({ userId, amount: -amount, reason: "generation", ref, note: "for a test" }) as const;

describe("postEntry", () => {
  test("moves the balance and appends an entry that shows it", async ({ db, userId }) => {
    await postEntry(db, grant(userId, 10));
    expect(await postEntry(db, spend(userId, 4))).toBe(6);

    const entries = await db
      .selectFrom("creditEntry")
      .select(["amount", "balanceAfter"])
      .where("userId", "=", userId)
      .orderBy("id")
      .execute();
    expect(entries).toEqual([
      { amount: 10, balanceAfter: 10 },
      { amount: -4, balanceAfter: 6 },
    ]);
  });

  test("takes the amount once, however often it is replayed", async ({ db, userId }) => {
    await postEntry(db, grant(userId, 4));
    const spent = spend(userId, 4);
    await postEntry(db, spent);
    expect(await postEntry(db, spent)).toBe(0);
    expect(await findBalance(db, userId)).toBe(0);
  });

  test("refuses what the balance does not cover, with a sentence", async ({ db, userId }) => {
    await postEntry(db, grant(userId, 1));
    await expect(postEntry(db, spend(userId, 2))).rejects.toThrow(
      new Failure(
        "OUT_OF_CREDITS",
        "This takes 2 credits and you have 1 left. Ask for fewer pictures or choose a larger plan.",
      ),
    );
  });

  test("lets exactly as many of 40 simultaneous spends through as the balance covers", async () => {
    // Committed for real: a race needs connections of its own.
    const database = connect(inject("databaseUrl"), 10);
    const userId = `user_${newId()}`;
    try {
      await database.insertInto("appUser").values({ id: userId, email: null }).execute();
      await postEntry(database, grant(userId, 25));
      const outcomes = await Promise.allSettled(
        Array.from({ length: 40 }, () => postEntry(database, spend(userId, 2))),
      );
      expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(12);

      const { sum } = await database
        .selectFrom("creditEntry")
        .select((eb) => eb.fn.sum<string>("amount").as("sum"))
        .where("userId", "=", userId)
        .executeTakeFirstOrThrow();
      expect(Number(sum)).toBe(1);
      expect(await findBalance(database, userId)).toBe(1);
    } finally {
      await database.deleteFrom("appUser").where("id", "=", userId).execute();
      await database.destroy();
    }
  });
});
