import fc from "fast-check";
import { afterAll, expect, inject, test } from "vitest";

import { connect } from "~/kysely/connect";
import { configureNeon } from "~/kysely/neon";
import { findBalance } from "~/server/credits/queries";
import { Failure } from "~/server/errors";
import { deleteModel } from "~/server/models/delete-model";
import { newId } from "~/server/new-id";
import { addCredits, addModel, addUser } from "~/server/testing/people";
import { neonConfig } from "@neondatabase/serverless";
import ws from "ws";

import { cancelPress } from "./cancel-waiting";
import { claimPicture } from "./claim-picture";
import { createGeneration } from "./create-generation";
import { giveUpTicket } from "./make-next-picture";
import { finishGenerations } from "./move-generation";
import { reorderQueue } from "./reorder-queue";
import { runPack } from "./run-pack";
import { keepPicture } from "./settle-picture";
import { sweepGenerations } from "./sweep-generations";

neonConfig.webSocketConstructor = ws;
configureNeon(inject("neonProxy"));
/** Committed for real, on several connections: a transaction that is rolled back knows no races. */
const db = connect(inject("databaseUrl"), 6);
afterAll(() => db.destroy());

const CREDITS = 60;
const moves = [
  "press",
  "choices",
  "pack",
  "cancel",
  "reorder",
  "make",
  "fail",
  "refuse-replay",
  "sweep",
  "delete-model",
] as const;
type Move = (typeof moves)[number];

/** What users, workers and the sweep do to one user's queue, each as it comes. */
function openQueue(userId: string, modelId: string) {
  const pressed: string[] = [];
  const spent: string[] = [];
  const some = (list: readonly string[], pick: number) => list[pick % Math.max(1, list.length)];
  const press = {
    userId,
    modelId,
    fluxModel: "flux-2-dev",
    steps: null,
    guidance: null,
    seed: null,
  } as const;
  const form = { style: "anime", aspect: "1:1" } as const;

  const finish = async (ticket: string, end: "keep" | "fail") => {
    const claimed = await claimPicture(db, { userId, ticket });
    if (!claimed) return;
    if (end === "fail") return giveUpTicket(db, { ticket, reason: "It failed." });
    const keys = { storageKey: `s-${claimed.id}`, thumbnailKey: `t-${claimed.id}` };
    await keepPicture(db, { id: claimed.id, made: { ...keys, widthPx: 1, heightPx: 1, bytes: 1 } });
    await finishGenerations(db, [claimed.generationId]);
  };

  const act: Record<Move, (pick: number) => Promise<unknown>> = {
    press: (pick) => {
      const requestId = some(pressed, pick) ?? newId();
      pressed.push(pick % 5 === 0 ? requestId : newId());
      const count = (pick % 4) + 1;
      return createGeneration(db, {
        ...press,
        ...form,
        requestId: pressed.at(-1) ?? "",
        prompt: "a kite",
        count,
      });
    },
    choices: (pick) => {
      pressed.push(newId());
      const prompt = "{a|b|c} kite {d|e}";
      return createGeneration(db, {
        ...press,
        ...form,
        requestId: pressed.at(-1) ?? "",
        prompt,
        count: (pick % 2) + 1,
      });
    },
    pack: () => {
      pressed.push(newId());
      return runPack(db, { ...press, requestId: pressed.at(-1) ?? "", pack: "fantasy", count: 1 });
    },
    cancel: (pick) => cancelPress(db, { userId, requestId: some(pressed, pick) ?? newId() }),
    reorder: (pick) => {
      const asked = [...new Set([some(pressed, pick), some(pressed, pick + 3)])].flatMap((id) => id ?? []);
      return reorderQueue(db, { userId, requestIds: asked });
    },
    make: () => {
      spent.push(newId());
      return finish(spent.at(-1) ?? "", "keep");
    },
    fail: () => {
      spent.push(newId());
      return finish(spent.at(-1) ?? "", "fail");
    },
    "refuse-replay": (pick) => giveUpTicket(db, { ticket: some(spent, pick) ?? newId(), reason: "Again." }),
    sweep: () => sweepGenerations(db),
    "delete-model": () => deleteModel(db, { userId, modelId }),
  };
  return act;
}

async function takeBooks(userId: string) {
  const [pictures, entries, balance] = await Promise.all([
    db.selectFrom("picture").select(["id", "status", "ticket"]).where("userId", "=", userId).execute(),
    db.selectFrom("creditEntry").select(["amount", "reason", "ref"]).where("userId", "=", userId).execute(),
    findBalance(db, userId),
  ]);
  return { pictures, entries, balance };
}

test("a pack larger than the balance starts nothing", async () => {
  const userId = await addUser(db, "pro");
  await addCredits(db, userId, 4);
  const run = { userId, modelId: null, fluxModel: "flux-2-dev", pack: "dating", count: 1 } as const;
  await expect(runPack(db, { ...run, requestId: newId() })).rejects.toMatchObject({
    code: "OUT_OF_CREDITS",
    message: expect.stringContaining("This takes 8 credits and you have 7 left.") as string,
  });
  expect(await takeBooks(userId)).toMatchObject({ pictures: [], balance: 7 });
  await db.deleteFrom("appUser").where("id", "=", userId).execute();
});

test("credits stay exact while presses, cancels, reorders, workers and the sweep race", async () => {
  const moveOf = fc.record({ move: fc.constantFrom(...moves), pick: fc.nat({ max: 20 }) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(moveOf, { minLength: 1, maxLength: 6 }), { maxLength: 6 }),
      async (turns) => {
        const userId = await addUser(db, "pro");
        await addCredits(db, userId, CREDITS - 3);
        const modelId = await addModel(db, { userId, status: "ready" });
        const act = openQueue(userId, modelId);
        for (const turn of turns) {
          const outcomes = await Promise.allSettled(turn.map(({ move, pick }) => act[move](pick)));
          for (const outcome of outcomes) {
            // Refusals are part of the game; anything else, a deadlock above all, is not.
            if (outcome.status === "rejected" && !(outcome.reason instanceof Failure)) throw outcome.reason;
          }
        }

        const { pictures, entries, balance } = await takeBooks(userId);
        const lost = pictures.filter(({ status }) => ["failed", "refused", "cancelled"].includes(status));
        const refunds = entries.filter(({ reason }) => reason === "refund");
        expect(balance).toBe(CREDITS - pictures.length + lost.length);
        expect(entries.reduce((sum, { amount }) => sum + amount, 0)).toBe(balance);
        expect(refunds.map(({ ref }) => ref).toSorted()).toEqual(lost.map(({ id }) => id).toSorted());
        expect(pictures.filter(({ status, ticket }) => status === "cancelled" && ticket !== null)).toEqual(
          [],
        );
        await db.deleteFrom("appUser").where("id", "=", userId).execute();
      },
    ),
    { numRuns: 10, seed: 20_261_122, endOnFailure: true },
  );
}, 120_000);
