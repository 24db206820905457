import { expect, test, vi } from "vitest";

import { allEnded, makeCounter, makeGate, setStage } from "./testing/stage";

vi.setConfig({ testTimeout: 30_000 });

test("a singleton skips the newcomer, or cancels the one that runs", async () => {
  const here = await setStage((client) => [
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
  const { counts, count } = makeCounter();
  const here = await setStage((client) => [
    client.createFunction(
      {
        id: "train",
        cancelOn: [{ event: "train/cancelled", if: "async.data.modelId == event.data.modelId" }],
        triggers: [{ event: "train/asked" }],
      },
      async ({ step }) => {
        await step.sleep("long", "10s");
        await step.run("after", () => count("after"));
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
  expect(counts).toEqual({ after: 1 });
  expect((await here.ended("heard")).output).toEqual({ modelId: "m2" });
});

test("a run is cancelled by DELETE, and its later steps do not run", async () => {
  const { counts, count } = makeCounter();
  const here = await setStage((client) => [
    client.createFunction({ id: "long", triggers: [{ event: "long" }] }, async ({ step }) => {
      await step.sleep("long", "10s");
      await step.run("after", () => count("after"));
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
  expect(counts).toEqual({});
});

test("timeouts cancel a run that does not start, or finish, in time", async () => {
  const { gate, open } = makeGate();
  const here = await setStage((client) => [
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
