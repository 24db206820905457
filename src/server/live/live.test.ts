import { neonConfig } from "@neondatabase/serverless";
import { afterAll, expect, inject, test, vi } from "vitest";
import ws from "ws";

import { liveRules } from "~/catalog/live";
import { connect } from "~/kysely/connect";
import { configureNeon } from "~/kysely/neon";
import { postEntry } from "~/server/credits/post-entry";
import { newId } from "~/server/new-id";
import { addModel, addUser } from "~/server/testing/people";

import { answerLive } from "./answer-live";
import { keepWatch } from "./keep-watch";
import type { Standing } from "./read-pulses";

neonConfig.webSocketConstructor = ws;
configureNeon(inject("neonProxy"));
const db = connect(inject("databaseUrl"), 3);
afterAll(() => db.destroy());

/** Reads a stream of events as they come. */
function listen(
  watch: ReturnType<typeof keepWatch>,
  wish: { userId: string | null; awaitsPayment?: boolean },
) {
  const gone = new AbortController();
  const answer = answerLive(watch, { awaitsPayment: false, signal: gone.signal, ...wish });
  const events: string[] = [];
  const texts: string[] = [];
  const ended = (async () => {
    for await (const text of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      texts.push(text);
      events.push(...[...text.matchAll(/^event: (\w+)$/gm)].map(([, name]) => name ?? ""));
    }
  })();
  return { answer, events, texts, ended, leave: () => gone.abort() };
}

const watchOf = () => keepWatch(() => db, 10);

test("tells how things stand, then of each change, and rests when nothing moves any more", async () => {
  const userId = await addUser(db);
  const modelId = await addModel(db, { userId, status: "training" });
  const { events, texts, ended } = listen(watchOf(), { userId });
  await vi.waitFor(() => expect(events).toEqual(["pulse"]));

  await db.updateTable("model").set({ progressPercent: 40 }).where("id", "=", modelId).execute();
  await vi.waitFor(() => expect(events).toEqual(["pulse", "pulse"]));
  await postEntry(db, { userId, amount: 5, reason: "grant", ref: newId(), note: "A gift" });
  await vi.waitFor(() => expect(events).toHaveLength(3));
  expect(texts.at(-1)).toContain('"credits":"8"');

  await db.updateTable("model").set({ status: "ready" }).where("id", "=", modelId).execute();
  await ended;
  expect(events).toEqual(["pulse", "pulse", "pulse", "pulse", "rest"]);
});

test("ends at once for someone of whom nothing moves", async () => {
  const { events, ended } = listen(watchOf(), { userId: await addUser(db) });
  await ended;
  expect(events).toEqual(["pulse", "rest"]);
});

test("waits for a payment when it is asked to, until it has come", async () => {
  const userId = await addUser(db);
  const checkoutId = newId();
  await db.insertInto("checkout").values({ id: checkoutId, userId, plan: "pro", paidAt: null }).execute();
  const watch = watchOf();
  const idle = listen(watch, { userId });
  await idle.ended;

  const { events, ended } = listen(watch, { userId, awaitsPayment: true });
  await vi.waitFor(() => expect(events).toEqual(["pulse"]));
  await db.updateTable("checkout").set({ paidAt: new Date() }).where("id", "=", checkoutId).execute();
  await ended;
  expect(events).toEqual(["pulse", "pulse", "rest"]);
});

test("nobody hears of a stranger's things, nor without signing in", async () => {
  const [userId, strangerId] = await Promise.all([addUser(db), addUser(db)]);
  const modelId = await addModel(db, { userId, status: "training" });
  const strangersId = await addModel(db, { userId: strangerId, status: "training" });
  const watch = watchOf();
  const [own, strange] = [listen(watch, { userId }), listen(watch, { userId: strangerId })];
  await vi.waitFor(() => expect([own.events, strange.events]).toEqual([["pulse"], ["pulse"]]));

  for (const percent of [10, 20, 30]) {
    await db.updateTable("model").set({ progressPercent: percent }).where("id", "=", modelId).execute();
    await vi.waitFor(() => expect(own.events).toHaveLength(1 + percent / 10));
  }
  expect(strange.events).toEqual(["pulse"]);
  expect(own.texts.join("")).not.toContain(strangersId);
  own.leave();
  strange.leave();
  expect(listen(watch, { userId: null }).answer.status).toBe(401);
});

test("a tab that goes is forgotten, and only so many are served at once", async () => {
  const userId = await addUser(db);
  await addModel(db, { userId, status: "training" });
  const watch = watchOf();
  const tabs = Array.from({ length: liveRules.maxTabs }, () => listen(watch, { userId }));
  expect(watch.count(userId)).toBe(liveRules.maxTabs);
  expect(listen(watch, { userId }).answer.status).toBe(429);

  for (const { leave } of tabs) leave();
  await Promise.all(tabs.map(({ ended }) => ended));
  expect(watch.count(userId)).toBe(0);
});

test("a browser that takes nothing is cut off, not kept in memory", () => {
  let tell: (standing: Standing) => void = () => undefined;
  const watched = { is: true };
  const watch = {
    count: () => 0,
    add: (_: string, listener: typeof tell) => {
      tell = listener;
      return () => {
        watched.is = false;
      };
    },
  };
  answerLive(watch, { userId: "someone", awaitsPayment: false, signal: new AbortController().signal });
  for (let credits = 0; watched.is && credits < 1000; credits++) {
    const pulse = { pictures: "", models: "", photos: "", credits: String(credits), plan: "" };
    tell({ pulse, isMoving: true, awaitsPayment: false });
  }
  expect(watched.is).toBe(false);
});

test("asks the database once for everybody, and not at all when nobody listens", async () => {
  const people = await Promise.all(Array.from({ length: 20 }, () => addUser(db)));
  await Promise.all(people.map((userId) => addModel(db, { userId, status: "training" })));
  let looks = 0;
  const watch = keepWatch(() => {
    looks += 1;
    return db;
  }, 200);
  const tabs = people.map((userId) => listen(watch, { userId }));
  await vi.waitFor(() => expect(tabs.every(({ events }) => events.length === 1)).toBe(true));
  expect(looks).toBeLessThanOrEqual(3);
  for (const { leave } of tabs) leave();
  await Promise.all(tabs.map(({ ended }) => ended));
  const before = looks;
  const last = listen(watch, { userId: people[0] ?? "" });
  await vi.waitFor(() => expect(last.events).toEqual(["pulse"]));
  // The pause that was under way, and the look that served the one who came back.
  expect(looks - before).toBeLessThanOrEqual(2);
  last.leave();
});
