import { sql } from "kysely";
import { describe, expect } from "vitest";

import { test } from "~/kysely/testing/test";
import type { Db } from "~/kysely/database";
import { findBalance } from "~/server/credits/queries";
import { deleteModel } from "~/server/models/delete-model";
import { newId } from "~/server/new-id";
import { addCredits, addModel, addUser } from "~/server/testing/people";

import { cancelPress } from "./cancel-waiting";
import { claimPicture } from "./claim-picture";
import { createGeneration } from "./create-generation";
import { listPromptHistory } from "./list-prompt-history";
import { listQueueOf } from "./list-queue";
import { giveUpTicket, makeNextPicture } from "./make-next-picture";
import { listGenerationsOf } from "./queries";
import { reorderQueue } from "./reorder-queue";
import { runPack } from "./run-pack";
import { sweepGenerations } from "./sweep-generations";

async function addRichUser(db: Db, credits = 50): Promise<string> {
  const userId = await addUser(db, "pro");
  await addCredits(db, userId, credits - 3);
  return userId;
}

async function press(
  db: Db,
  userId: string,
  change: { prompt?: string; count?: number } = {},
): Promise<string> {
  const requestId = crypto.randomUUID();
  await createGeneration(db, {
    ...{ userId, requestId, modelId: null, fluxModel: "flux-2-dev", prompt: "a kite", style: "anime" },
    ...{ aspect: "1:1", count: 1, steps: null, guidance: null, seed: null, ...change },
  });
  return requestId;
}

async function nextPrompt(db: Db, userId: string): Promise<string | undefined> {
  const claimed = await claimPicture(db, { userId, ticket: newId() });
  if (!claimed) return undefined;
  const row = await db
    .selectFrom("generation")
    .select("prompt")
    .where("id", "=", claimed.generationId)
    .executeTakeFirstOrThrow();
  return row.prompt;
}

describe("a press of many prompts", () => {
  test("takes its whole price at once and is one press of as many generations", async ({ db }) => {
    const userId = await addRichUser(db);
    await press(db, userId, { prompt: "a {red | blue} kite over {the sea | a hill}", count: 2 });
    expect(await findBalance(db, userId)).toBe(42);
    const [only] = await listQueueOf(db, userId);
    expect(only).toMatchObject({ waiting: 8, total: 8, credits: 8, prompt: "a red kite over the sea" });
    expect(await listPromptHistory(db, { userId, limit: 5 })).toMatchObject([
      { prompt: "a {red | blue} kite over {the sea | a hill}" },
    ]);
  });

  test("refuses a prompt that cannot be written out, and takes nothing", async ({ db }) => {
    const userId = await addRichUser(db);
    for (const prompt of ["a {red kite", "{setting}", "{1|2|3}{1|2|3|4}{1|2|3}"]) {
      await expect(press(db, userId, { prompt })).rejects.toMatchObject({ code: "INVALID" });
    }
    expect(await findBalance(db, userId)).toBe(50);
  });

  test("a pack that is sent twice runs once", async ({ db }) => {
    const userId = await addRichUser(db);
    const requestId = newId();
    const run = {
      userId,
      requestId,
      modelId: null,
      fluxModel: "flux-2-dev",
      pack: "travel",
      count: 1,
    } as const;
    const first = await runPack(db, run);
    expect(first.generationIds).toHaveLength(8);
    expect(await runPack(db, run)).toEqual(first);
    expect(await findBalance(db, userId)).toBe(42);
  });

  test("the queue has a bound, and says what it is", async ({ db }) => {
    const userId = await addRichUser(db, 100);
    const run = { userId, modelId: null, fluxModel: "flux-2-dev", pack: "travel", count: 4 } as const;
    await runPack(db, { ...run, requestId: newId() });
    await runPack(db, { ...run, requestId: newId() });
    await expect(press(db, userId)).rejects.toMatchObject({
      code: "NOT_READY",
      message: expect.stringContaining("up to 64 of your pictures and makes 4 at once") as string,
    });
  });

  test("a FLUX model that Together does not list is refused", async ({ db }) => {
    const userId = await addRichUser(db);
    await db.insertInto("missingFluxModel").values({ id: "flux-2-dev" }).execute();
    await expect(press(db, userId)).rejects.toMatchObject({ code: "NOT_READY" });
  });
});

describe("the queue", () => {
  test("shows a press that overtakes another's waiting pictures before it, though that one is under way", async ({
    db,
  }) => {
    const userId = await addRichUser(db);
    const many = await press(db, userId, { prompt: "{red | blue | green} kite" });
    const late = await press(db, userId, { prompt: "a lighthouse" });
    await nextPrompt(db, userId);
    await reorderQueue(db, { userId, requestIds: [late, many] });

    expect(await listQueueOf(db, userId)).toMatchObject([
      { requestId: late, waiting: 1 },
      { requestId: many, waiting: 2, running: 1, total: 3, prompt: "blue kite" },
    ]);
    expect(await nextPrompt(db, userId)).toBe("a lighthouse");
  });

  test("its order decides what a worker takes next, whoever sent for it", async ({ db }) => {
    const userId = await addRichUser(db);
    const [one, two, three] = [
      await press(db, userId, { prompt: "one", count: 2 }),
      await press(db, userId, { prompt: "two" }),
      await press(db, userId, { prompt: "three" }),
    ];
    expect(await nextPrompt(db, userId)).toBe("one");
    await reorderQueue(db, { userId, requestIds: [three, one, two] });
    expect((await listQueueOf(db, userId)).map(({ prompt }) => prompt)).toEqual(["three", "one", "two"]);
    const taken = [await nextPrompt(db, userId), await nextPrompt(db, userId), await nextPrompt(db, userId)];
    expect(taken).toEqual(["three", "one", "two"]);
    expect(await nextPrompt(db, userId)).toBeUndefined();
    // What has begun meanwhile is passed over.
    await reorderQueue(db, { userId, requestIds: [two, three] });
  });

  test("a ticket keeps its picture, however often its step is repeated", async ({ db }) => {
    const userId = await addRichUser(db);
    await press(db, userId, { count: 2 });
    const ticket = newId();
    const first = await claimPicture(db, { userId, ticket });
    expect(await claimPicture(db, { userId, ticket })).toEqual(first);
    await giveUpTicket(db, { ticket, reason: "It failed." });
    await giveUpTicket(db, { ticket, reason: "It failed." });
    expect(await makeNextPicture(db, { userId, ticket })).toBe("failed");
    expect(await findBalance(db, userId)).toBe(49);
  });

  test("cancelling gives back what has not started, once, and lets the rest be made", async ({ db }) => {
    const userId = await addRichUser(db);
    const requestId = await press(db, userId, { count: 3 });
    await claimPicture(db, { userId, ticket: newId() });
    expect(await cancelPress(db, { userId, requestId })).toEqual({ pictures: 2, credits: 2 });
    expect(await cancelPress(db, { userId, requestId })).toEqual({ pictures: 0, credits: 0 });
    expect(await findBalance(db, userId)).toBe(49);
    const [generation] = await listGenerationsOf(db, { userId, presses: 8 });
    expect(generation).toMatchObject({ status: "generating" });
    expect(await makeNextPicture(db, { userId, ticket: newId() })).toBe("nothing-waits");
  });

  test("what was cancelled whole is done, and not shown", async ({ db }) => {
    const userId = await addRichUser(db);
    const requestId = await press(db, userId, { count: 2 });
    await cancelPress(db, { userId, requestId });
    expect(await listGenerationsOf(db, { userId, presses: 8 })).toEqual([]);
    expect(await db.selectFrom("generation").select("status").where("userId", "=", userId).execute()).toEqual(
      [{ status: "done" }],
    );
  });

  test("a model that is deleted while its pack runs gives back what has not started", async ({ db }) => {
    const userId = await addRichUser(db);
    const modelId = await addModel(db, { userId, status: "ready" });
    await runPack(db, {
      ...{ userId, requestId: newId(), modelId },
      ...{ fluxModel: "flux-2-dev", pack: "seasons", count: 1 },
    });
    const ticket = newId();
    await claimPicture(db, { userId, ticket });
    await deleteModel(db, { userId, modelId });
    expect(await findBalance(db, userId)).toBe(49);
    await expect(makeNextPicture(db, { userId, ticket })).rejects.toMatchObject({
      code: "NOT_READY",
      message: expect.stringContaining("Ada was deleted") as string,
    });
    await giveUpTicket(db, { ticket, reason: "Ada was deleted before this picture was made." });
    expect(await findBalance(db, userId)).toBe(50);
  });
});

describe("the sweep", () => {
  const LONG_AGO = new Date(Date.now() - 3 * 60 * 60_000);

  test("gives up what waited or was made for too long, and ends its generation", async ({ db }) => {
    const userId = await addRichUser(db);
    await press(db, userId, { count: 2 });
    const claimed = await claimPicture(db, { userId, ticket: newId() });
    await db
      .updateTable("picture")
      .set({ claimedAt: LONG_AGO })
      .where("id", "=", claimed?.id ?? "")
      .execute();
    expect(await sweepGenerations(db)).toMatchObject({ ended: 1 });
    expect(await findBalance(db, userId)).toBe(49);
    await db.updateTable("generation").set({ deadlineAt: LONG_AGO }).where("userId", "=", userId).execute();
    expect(await sweepGenerations(db)).toMatchObject({ ended: 1 });
    expect(await findBalance(db, userId)).toBe(50);
    expect(await listQueueOf(db, userId)).toEqual([]);
  });

  test("starts a queue again that stands still, and leaves one alone that moves", async ({ db }) => {
    const userId = await addRichUser(db);
    await press(db, userId, { count: 2 });
    expect(await sweepGenerations(db)).toMatchObject({ resumed: 0 });
    await sql`update picture set created_at = ${LONG_AGO} where user_id = ${userId}`.execute(db);
    expect(await sweepGenerations(db)).toMatchObject({ resumed: 1 });
    await claimPicture(db, { userId, ticket: newId() });
    expect(await sweepGenerations(db)).toMatchObject({ resumed: 0 });
  });
});
