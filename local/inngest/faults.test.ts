import type { Inngest } from "inngest";
import { expect, test, vi } from "vitest";

import { makeCounter, setStage } from "./testing/stage";

vi.setConfig({ testTimeout: 30_000 });

const simple = (client: Inngest) => [
  client.createFunction({ id: "simple", retries: 0, triggers: [{ event: "simple" }] }, async ({ step }) => {
    await step.run("only", () => "done");
    return "done";
  }),
];

test("events fail, get lost, come late and come twice on purpose", async () => {
  const here = await setStage(simple);
  await here.control({ faults: [{ on: "events", kind: "status", status: 503, times: 2 }] });
  await here.client.send({ name: "simple" }); // the SDK tries again
  await here.ended("simple");

  await here.control({ faults: [{ on: "events", kind: "drop" }] });
  expect((await here.client.send({ name: "simple" })).ids).toHaveLength(1);
  expect(await here.runs("simple")).toHaveLength(1);

  await here.control({ faults: [{ on: "events", kind: "delay", ms: 200 }] });
  const before = Date.now();
  await here.client.send({ name: "simple" });
  expect(Date.now() - before).toBeGreaterThan(190);
  expect(await here.runs("simple")).toHaveLength(2);

  await here.control({ faults: [{ on: "events", kind: "duplicate", times: 2 }] });
  await here.client.send({ name: "simple" });
  expect(await here.runs("simple")).toHaveLength(4);
  await here.client.send({ id: "with-id", name: "simple" });
  expect(await here.runs("simple")).toHaveLength(5);
});

test("calls get lost, come late and come twice on purpose", async () => {
  const { counts, count } = makeCounter();
  const here = await setStage((client) => [
    client.createFunction({ id: "called", retries: 2, triggers: [{ event: "called" }] }, async ({ step }) => {
      await step.run("count", () => count("step"));
    }),
  ]);
  await here.control({
    faults: [
      { on: "call", kind: "drop" },
      { on: "call", kind: "status", status: 502 },
      { on: "call", kind: "duplicate" },
      { on: "call", kind: "delay", ms: 100 },
    ],
  });
  await here.client.send({ name: "called" });

  const run = await here.ended("called");
  expect(run.status).toBe("Completed");
  expect(run.failures.map(({ attempt }) => attempt)).toEqual([0, 1]);
  expect(counts).toEqual({ step: 2 });
});
