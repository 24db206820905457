import type { Inngest, InngestFunction } from "inngest";
import { afterEach, expect, test, vi } from "vitest";

import { setStage, soon } from "./testing/stage";

vi.setConfig({ testTimeout: 30_000 });

type Stage = Awaited<ReturnType<typeof setStage>>;
let stage: Stage | undefined;

async function on(functions: (client: Inngest) => InngestFunction.Any[]): Promise<Stage> {
  stage = await setStage(functions);
  return stage;
}

afterEach(async () => {
  await stage?.close();
  stage = undefined;
});

/** Polls until this many runs of a function are over; all its runs, those that are over first. */
async function allEnded({ runs }: Stage, functionId: string, count: number) {
  await soon(async () => (await runs(functionId)).filter(({ ended_at: endedAt }) => endedAt).length).toBe(
    count,
  );
  const all = await runs(functionId);
  return all.toSorted((a, b) => Number(b.ended_at !== null) - Number(a.ended_at !== null));
}

const beat = () => new Promise((resolve) => setTimeout(resolve, 40));

test("an event whose id was seen starts no second run, nor does one with the same idempotency key", async () => {
  const here = await on((client) => [
    client.createFunction({ id: "plain", triggers: [{ event: "same/id" }] }, () => null),
    client.createFunction(
      { id: "keyed", idempotency: "event.data.modelId", triggers: [{ event: "same/key" }] },
      ({ event }) => event.data["modelId"],
    ),
    client.createFunction({ id: "last", triggers: [{ event: "same/last" }] }, () => null),
  ]);
  for (let time = 0; time < 3; time += 1) await here.client.send({ id: "once", name: "same/id", data: {} });
  for (const modelId of ["m1", "m1", "m2"]) await here.client.send({ name: "same/key", data: { modelId } });
  await here.client.send({ name: "same/last" });

  await here.ended("last");
  await here.ended("plain");
  const outputs = (await allEnded(here, "keyed", 2)).map(({ output }) => output);
  expect(outputs.toSorted()).toEqual(["m1", "m2"]);
});

test("a request sent again with the same seed gives the same ids and no second run", async () => {
  const here = await on((client) => [
    client.createFunction({ id: "seeded", triggers: [{ event: "seeded" }] }, () => null),
  ]);
  const send = async (): Promise<unknown> => {
    const response = await fetch(`${here.executor.origin}/e/key`, {
      method: "POST",
      headers: { "x-inngest-event-id-seed": `${Date.UTC(2026, 0, 1)},AAECAwQFBgcICQ==` },
      body: JSON.stringify([{ name: "seeded", data: {} }]),
    });
    return response.json();
  };
  const first = await send();
  expect(await send()).toEqual(first);
  await here.ended("seeded");
});

test("at most `limit` requests per concurrency key are under way", async () => {
  const now = new Map<string, number>();
  const most = new Map<string, number>();
  const here = await on((client) => [
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
            await beat();
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
  const here = await on((client) => [
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
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const here = await on((client) => [
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

test("a singleton skips the newcomer, or cancels the one that runs", async () => {
  const here = await on((client) => [
    client.createFunction(
      { id: "first", singleton: { mode: "skip", key: "event.data.id" }, triggers: [{ event: "single" }] },
      async ({ step }) => step.waitForEvent("go", { event: "single/go", timeout: "1h" }),
    ),
    client.createFunction(
      { id: "newest", singleton: { mode: "cancel", key: "event.data.id" }, triggers: [{ event: "single" }] },
      async ({ step }) => step.waitForEvent("go", { event: "single/go", timeout: "1h" }),
    ),
  ]);
  for (const id of ["x", "x", "y"]) await here.client.send({ name: "single", data: { id } });

  expect((await here.runs("first")).map(({ event }) => event.data["id"])).toEqual(["y", "x"]);
  expect(
    (await here.runs("newest")).map(({ event, status }) => [event.data["id"], status !== "Cancelled"]),
  ).toEqual([
    ["y", true],
    ["x", true],
    ["x", false],
  ]);
});

test("cancelOn ends the runs whose condition holds, and says so", async () => {
  let went = 0;
  const here = await on((client) => [
    client.createFunction(
      {
        id: "train",
        cancelOn: [{ event: "train/cancelled", if: "async.data.modelId == event.data.modelId" }],
        triggers: [{ event: "train/asked" }],
      },
      async ({ step }) => {
        await step.sleep("long", "10s");
        await step.run("after", () => (went += 1));
      },
    ),
    client.createFunction(
      { id: "heard", triggers: [{ event: "inngest/function.cancelled" }] },
      ({ event }) => (event.data["event"] as { data: unknown }).data,
    ),
  ]);
  await here.client.send([
    { name: "train/asked", data: { modelId: "m1" } },
    { name: "train/asked", data: { modelId: "m2" } },
  ]);
  await here.client.send({ name: "train/cancelled", data: { modelId: "m2" } });

  const runs = await allEnded(here, "train", 2);
  expect(runs.map(({ event, status }) => `${String(event.data["modelId"])} ${status}`).toSorted()).toEqual([
    "m1 Completed",
    "m2 Cancelled",
  ]);
  expect(went).toBe(1);
  expect((await here.ended("heard")).output).toEqual({ modelId: "m2" });
});

test("a run is cancelled by DELETE, and its later steps do not run", async () => {
  let went = 0;
  const here = await on((client) => [
    client.createFunction({ id: "long", triggers: [{ event: "long" }] }, async ({ step }) => {
      await step.sleep("long", "10s");
      await step.run("after", () => (went += 1));
    }),
  ]);
  const { ids } = await here.client.send({ name: "long" });
  const answer = (await (await fetch(`${here.executor.origin}/v1/events/${ids[0]}/runs`)).json()) as {
    data: [{ run_id: string; status: string }];
  };
  expect(answer.data).toMatchObject([{ function_id: "app-long" }]);
  const url = `${here.executor.origin}/v1/runs/${answer.data[0].run_id}`;
  expect((await fetch(url, { method: "DELETE" })).status).toBe(204);

  expect(await here.ended("long")).toMatchObject({ status: "Cancelled", reason: "By request." });
  expect((await fetch(`${here.executor.origin}/v1/runs/none`, { method: "DELETE" })).status).toBe(404);
  expect(went).toBe(0);
});

test("throttle lets limit and burst start at once, and the rest one each period / limit", async () => {
  const here = await on((client) => [
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
    expect(wait).toBeGreaterThanOrEqual((index - 1) * 200 - 1);
  }
  const statuses = (await here.runs("dammed")).map(({ status }) => status);
  expect(statuses.toSorted()).toEqual(["Completed", "Completed", "Completed", "Queued", "Queued"]);
});

test("rateLimit drops what is over it, per key", async () => {
  const here = await on((client) => [
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
  const here = await on((client) => [
    client.createFunction(
      { id: "settled", debounce: { period: "4s", key: "event.data.key" }, triggers: [{ event: "typed" }] },
      ({ event }) => event.data["text"],
    ),
  ]);
  for (const text of ["a", "ab", "abc"]) await here.client.send({ name: "typed", data: { key: 1, text } });

  expect((await here.ended("settled")).output).toBe("abc");
});

test("timeouts cancel a run that does not start, or finish, in time", async () => {
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const here = await on((client) => [
    client.createFunction(
      { id: "endless", timeouts: { finish: "4s" }, triggers: [{ event: "endless" }] },
      async ({ step }) => step.sleep("long", "1d"),
    ),
    client.createFunction(
      {
        id: "crowded",
        concurrency: { limit: 1 },
        timeouts: { start: "30s" },
        triggers: [{ event: "crowded" }],
      },
      () => gate,
    ),
  ]);
  await here.client.send([{ name: "endless" }, { name: "crowded" }, { name: "crowded" }]);

  expect(await here.ended("endless")).toMatchObject({
    status: "Cancelled",
    reason: "It did not finish in time.",
  });
  const [late] = await allEnded(here, "crowded", 1);
  expect(late).toMatchObject({ status: "Cancelled", reason: "It did not start in time." });
  open();
  await allEnded(here, "crowded", 2);
});

test("cron triggers run by the clock", async () => {
  const here = await on((client) => [
    client.createFunction(
      { id: "ticker", triggers: [{ cron: "TZ=Europe/Paris * * * * * *" }] },
      ({ event }) => event,
    ),
  ]);
  await soon(async () => (await here.runs("ticker")).length).toBeGreaterThan(0);
  const [run] = (await here.runs("ticker")).toReversed();
  expect(run?.event).toMatchObject({
    name: "inngest/scheduled.timer",
    data: { cron: "TZ=Europe/Paris * * * * * *" },
  });
});
