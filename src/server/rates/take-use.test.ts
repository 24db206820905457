import { neonConfig } from "@neondatabase/serverless";
import { sql } from "kysely";
import { afterAll, describe, expect, inject, test } from "vitest";
import ws from "ws";

import { rates, sayWait } from "~/catalog/rates";
import { connect } from "~/kysely/connect";
import { httpDb } from "~/kysely/http";
import { newId } from "~/server/new-id";
import { addUser } from "~/server/testing/people";

import { takeUse } from "./take-use";

neonConfig.webSocketConstructor = ws;

/** Committed for real: those who ask at once have connections of their own. */
const db = connect(inject("databaseUrl"), 2);
afterAll(() => db.destroy());

const ask = (what: keyof typeof rates, userId: string | null, addressHash: string | null = null) =>
  takeUse(httpDb(), { what, userId, addressHash }).then(
    () => "taken" as const,
    (error: unknown) => error,
  );

async function askAtOnce(count: number, one: () => Promise<unknown>): Promise<number> {
  const answers = await Promise.all(Array.from({ length: count }, one));
  const refused = answers.filter((answer) => answer !== "taken");
  for (const refusal of refused) expect(refusal).toMatchObject({ code: "TOO_OFTEN" });
  return count - refused.length;
}

/** Lets time pass for all that was counted. */
const pass = (seconds: number) =>
  sql`update rate_use set uses = array(select u - make_interval(secs => ${seconds}) from unnest(uses) u)`.execute(
    db,
  );

/** How many calls stand before a lock of another. */
async function countWaiting(): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and query like '%take_use(%'
  `.execute(db);
  return rows[0]?.n ?? 0;
}

describe("what may be done only so often", () => {
  test("is done exactly so often, of fifty who ask at once", async () => {
    const userId = await addUser(db);
    expect(await askAtOnce(50, () => ask("promptHelp", userId))).toBe(rates.promptHelp.perUser.free);
  });

  test("is done exactly so often by those who wait for each other", async () => {
    const userId = await addUser(db);
    expect(await ask("promptHelp", userId)).toBe("taken");
    const waiting = 30;
    const many = connect(inject("databaseUrl"), waiting);
    const one = () =>
      takeUse(many, { what: "promptHelp", userId, addressHash: null }).then(
        () => "taken",
        (error: unknown) => error,
      );
    const name = `promptHelp user ${userId}`;
    const asked = await db.transaction().execute(async (trx) => {
      await sql`select from rate_use where key = encode(sha256(convert_to(${name}, 'UTF8')), 'hex') for update`.execute(
        trx,
      );
      const all = Promise.all(Array.from({ length: waiting }, one));
      await expect.poll(countWaiting, { timeout: 15_000 }).toBe(waiting);
      return { all };
    });
    const answers = await asked.all;
    await many.destroy();
    expect(answers.filter((answer) => answer === "taken")).toHaveLength(rates.promptHelp.perUser.free - 1);
  });

  test("is done exactly so often from one address, whoever asks", async () => {
    const address = newId();
    expect(await askAtOnce(50, () => ask("report", null, address))).toBe(rates.report.perAddress);
    expect(await ask("report", null, newId())).toBe("taken");
  });

  test("is decided by the plan, also after it was cancelled, until its end", async () => {
    const [creator, former] = [await addUser(db, "creator"), await addUser(db, "creator")];
    await db
      .updateTable("subscription")
      .set({ status: "cancelled", endsAt: new Date(Date.now() - 1000) })
      .where("userId", "=", former)
      .execute();
    expect(await askAtOnce(50, () => ask("promptHelp", creator))).toBe(rates.promptHelp.perUser.creator);
    expect(await askAtOnce(50, () => ask("promptHelp", former))).toBe(rates.promptHelp.perUser.free);
    await db
      .updateTable("subscription")
      .set({ endsAt: new Date(Date.now() + 60_000) })
      .where("userId", "=", former)
      .execute();
    expect(await ask("promptHelp", former)).toBe("taken");
  });

  test("slides: what leaves the window makes room for as much, and no more", async () => {
    const userId = await addUser(db);
    const { perUser, windowSeconds } = rates.export;
    for (let at = 0; at < perUser.free - 1; at++) expect(await ask("export", userId)).toBe("taken");
    await pass(windowSeconds / 2);
    expect(await ask("export", userId)).toBe("taken");

    const refusal = await ask("export", userId);
    expect(refusal).toMatchObject({ code: "TOO_OFTEN" });
    const { retryAfterSeconds, message } = refusal as { retryAfterSeconds: number; message: string };
    expect(retryAfterSeconds).toBeGreaterThan(windowSeconds / 2 - 60);
    expect(retryAfterSeconds).toBeLessThanOrEqual(windowSeconds / 2);
    expect(message).toBe(`${rates.export.sentence} ${sayWait(retryAfterSeconds)}`);

    await pass(windowSeconds / 2);
    // The one from the middle of the window is still in it.
    expect(await askAtOnce(20, () => ask("export", userId))).toBe(perUser.free - 1);
  });

  test("counts for nobody when one of the two did it too often", async () => {
    const address = newId();
    const [first, second] = [await addUser(db), await addUser(db)];
    const { perUser, perAddress } = rates.erase;
    for (let at = 0; at < perAddress / perUser.free; at++) {
      const userId = await addUser(db);
      expect(await askAtOnce(perUser.free, () => ask("erase", userId, address))).toBe(perUser.free);
    }
    expect(await askAtOnce(8, () => ask("erase", first, address))).toBe(0);
    expect(await askAtOnce(8, () => ask("erase", first, newId()))).toBe(perUser.free);
    expect(await ask("erase", second, null)).toBe("taken");
  });

  test("names nobody in what is kept", async () => {
    const userId = await addUser(db);
    await ask("zip", userId, "an-address");
    const { rows } = await sql<{ key: string }>`select key from rate_use`.execute(db);
    for (const { key } of rows) expect(key).toMatch(/^[0-9a-f]{64}$/);
  });
});

test.each([
  [1, "You can go on in 1 second."],
  [90, "You can go on in 90 seconds."],
  [91, "You can go on in 2 minutes."],
  [3600, "You can go on in 60 minutes."],
])("%i seconds are told as: %s", (seconds, words) => {
  expect(sayWait(seconds)).toBe(words);
});
