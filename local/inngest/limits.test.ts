import { setTimeout as sleep } from "node:timers/promises";

import { expect, test, vi } from "vitest";

import { allEnded, makeGate, setStage, soon } from "./testing/stage";

vi.setConfig({ testTimeout: 30_000 });

test("at most `limit` requests per concurrency key are under way", async () => {
  const now = new Map<string, number>();
  const most = new Map<string, number>();
  const here = await setStage((client) => [
    client.createFunction(
      {
        id: "limited",
        concurrency: [{ limit: 3 }, { limit: 1, key: "event.data.userId" }],
        triggers: [{ event: "limited/asked" }],
      },
      async ({ event, step }) => {
        const user = String(event.data["userId"]);
        for (const name of ["one", "two"]) {
          await step.run(name, async () => {
            for (const who of [user, "all"]) {
              now.set(who, (now.get(who) ?? 0) + 1);
              most.set(who, Math.max(most.get(who) ?? 0, now.get(who) ?? 0));
            }
            await sleep(40);
            for (const who of [user, "all"]) now.set(who, (now.get(who) ?? 0) - 1);
          });
        }
      },
    ),
  ]);
  const users = ["a", "a", "a", "b", "c", "d"];
  await here.client.send(users.map((userId) => ({ name: "limited/asked", data: { userId } })));

  await allEnded(here, "limited", 6);
  expect(most.get("all")).toBeLessThanOrEqual(3);
  most.delete("all");
  expect(Object.fromEntries(most)).toEqual({ a: 1, b: 1, c: 1, d: 1 });
});

test("a sleeping run holds no concurrency slot", async () => {
  const here = await setStage((client) => [
    client.createFunction(
      { id: "sleeper", concurrency: { limit: 1 }, triggers: [{ event: "sleeper/asked" }] },
      async ({ event, step }) => {
        if (event.data["sleeps"] === true) await step.sleep("long", "1d");
      },
    ),
  ]);
  await here.client.send({ name: "sleeper/asked", data: { sleeps: true } });
  await soon(async () => (await here.runs("sleeper"))[0]?.steps.length).toBe(1);
  await here.client.send({ name: "sleeper/asked", data: { sleeps: false } });

  await soon(async () => (await here.runs("sleeper"))[0]?.status).toBe("Completed");
  expect((await here.runs("sleeper"))[1]?.status).toBe("Running");
});

test("runs of higher priority go first", async () => {
  const order: string[] = [];
  const { gate, open } = makeGate();
  const here = await setStage((client) => [
    client.createFunction(
      {
        id: "ranked",
        concurrency: { limit: 1 },
        priority: { run: "event.data.plan == 'pro' ? 120 : 0" },
        triggers: [{ event: "ranked/asked" }],
      },
      async ({ event }) => {
        if (event.data["plan"] === "gate") await gate;
        order.push(String(event.data["plan"]));
      },
    ),
  ]);
  for (const plan of ["gate", "free", "free", "pro"]) {
    await here.client.send({ name: "ranked/asked", data: { plan } });
  }
  open();

  await allEnded(here, "ranked", 4);
  expect(order).toEqual(["gate", "pro", "free", "free"]);
});

test("throttle lets limit and burst start at once, and the rest one each period / limit", async () => {
  const here = await setStage((client) => [
    client.createFunction(
      { id: "dammed", throttle: { limit: 2, period: "1d", burst: 1 }, triggers: [{ event: "flood" }] },
      () => null,
    ),
    client.createFunction(
      {
        id: "paced",
        throttle: { limit: 2, period: "8s", key: "event.data.key" },
        triggers: [{ event: "flood" }],
      },
      () => null,
    ),
  ]);
  await here.client.send(Array.from({ length: 5 }, () => ({ name: "flood", data: { key: 1 } })));

  const runs = await allEnded(here, "paced", 5);
  const waits = runs.map((run) => Date.parse(run.run_started_at ?? "") - Date.parse(run.queued_at));
  // 8 s scaled is 400 ms: one each 200 ms once two have started.
  for (const [index, wait] of waits.toSorted((a, b) => a - b).entries()) {
    expect(wait).toBeGreaterThanOrEqual((index - 1) * 200 - 20);
  }
  const statuses = (await here.runs("dammed")).map(({ status }) => status);
  expect(statuses.toSorted()).toEqual(["Completed", "Completed", "Completed", "Queued", "Queued"]);
});

test("rateLimit drops what is over it, per key", async () => {
  const here = await setStage((client) => [
    client.createFunction(
      {
        id: "rated",
        rateLimit: { limit: 2, period: "1d", key: "event.data.key" },
        triggers: [{ event: "flood" }],
      },
      () => null,
    ),
  ]);
  await here.client.send([1, 1, 1, 2, 1].map((key) => ({ name: "flood", data: { key } })));

  const runs = await allEnded(here, "rated", 3);
  expect(runs.map(({ event }) => event.data["key"]).toSorted()).toEqual([1, 1, 2]);
});

test("debounce runs once, with the last event of a burst", async () => {
  const here = await setStage((client) => [
    client.createFunction(
      { id: "settled", debounce: { period: "4s", key: "event.data.key" }, triggers: [{ event: "typed" }] },
      ({ event }): unknown => event.data["text"],
    ),
  ]);
  await here.client.send(["a", "ab", "abc"].map((text) => ({ name: "typed", data: { key: 1, text } })));

  expect((await here.ended("settled")).output).toBe("abc");
});
