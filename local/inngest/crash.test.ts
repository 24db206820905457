import { afterEach, expect, test, vi } from "vitest";

import { freePort } from "../testing/free-port";
import { makeCounter, makeDir, soon, startApp, watch } from "./testing/stage";
import type { Functions, RunReport } from "./testing/stage";
import { spawnMain } from "./testing/spawn-main";

// Processes take their time on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

/** An app with these functions, and `start` for the executor as a process that keeps its state between starts. */
async function set(functions: Functions) {
  const { dir: home, remove } = await makeDir();
  cleanUps.push(remove);
  const app = await startApp();
  cleanUps.push(app.close);
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const client = app.serve(origin, functions);
  const start = async () => {
    const executor = await spawnMain({ home, port, appUrl: app.url });
    cleanUps.push(executor.kill);
    await vi.waitUntil(() => executor.output().includes("synced"), { timeout: 30_000 });
    return executor;
  };
  return { client, start, ...watch(origin) };
}

test("after SIGKILL steps, sleeps, waits and invocations go on; only the step under way is done twice", async () => {
  const { counts, count } = makeCounter();
  const here = await set((client) => {
    const child = client.createFunction({ id: "child", triggers: [] }, async ({ step }) => {
      await step.sleep("nap", "30s");
      return step.run("work", () => count("child"));
    });
    const parent = client.createFunction(
      { id: "parent", triggers: [{ event: "start" }] },
      async ({ step }) => {
        await step.run("before", () => count("before"));
        const [answer, invoked] = await Promise.all([
          step.waitForEvent("answer", { event: "answer", timeout: "1d" }),
          step.invoke("child", { function: child }),
          step.sleep("sleep", "20s"),
        ]);
        await step.run("after", () => count("after"));
        return { answer: answer?.data, invoked };
      },
    );
    const train = client.createFunction({ id: "train", triggers: [{ event: "start" }] }, async ({ step }) => {
      const one = await step.run("one", () => count("one"));
      const two = await step.run("two", async () => {
        // The first time around it never answers: the executor is killed while it waits.
        if (count("two") === 1) await new Promise(() => undefined);
        return "two";
      });
      const three = await step.run("three", () => count("three"));
      return { one, two, three };
    });
    const finished = client.createFunction(
      {
        id: "finished",
        triggers: [{ event: "inngest/function.finished", if: "event.data.function_id == 'app-train'" }],
      },
      () => count("finished"),
    );
    return [parent, child, train, finished];
  });
  const first = await here.start();
  await here.client.send({ id: "only", name: "start" });
  await soon(() => counts["two"]).toBe(1);
  await soon(async () => waitsOf(await here.runs("parent"))).toContain("event");
  expect(waitsOf(await here.runs("parent"))).toContain("run");
  await first.kill();
  await here.start();
  await here.client.send([
    { id: "only", name: "start" },
    { name: "answer", data: { yes: true } },
  ]);

  expect((await here.ended("train", 30_000)).output).toEqual({ one: 1, two: "two", three: 1 });
  expect((await here.ended("parent", 60_000)).output).toEqual({ answer: { yes: true }, invoked: 1 });
  await here.ended("finished");
  expect(counts).toEqual({ one: 1, two: 2, three: 1, finished: 1, before: 1, child: 1, after: 1 });
});

function waitsOf([run]: RunReport[]): string[] {
  return run?.steps.flatMap(({ waits_for: pending }) => pending?.kind ?? []) ?? [];
}

test("killed again and again, a long run still ends once, and repeats no more than a step for each kill", async () => {
  const { counts, count } = makeCounter();
  const here = await set((client) => [
    client.createFunction({ id: "long", triggers: [{ event: "long" }] }, async ({ step }) => {
      for (let n = 0; n < 24; n += 1) await step.run(`step-${n}`, () => count(`step-${n}`));
      return Object.keys(counts).length;
    }),
  ]);
  let executor = await here.start();
  await here.client.send({ name: "long" });
  for (const done of [5, 14]) {
    await vi.waitUntil(() => Object.keys(counts).length >= done, { timeout: 20_000, interval: 5 });
    await executor.kill();
    executor = await here.start();
  }

  expect((await here.ended("long", 30_000)).output).toBe(24);
  const total = Object.values(counts).reduce((sum, times) => sum + times, 0);
  expect(total).toBeGreaterThanOrEqual(24);
  expect(total).toBeLessThanOrEqual(26);
  await executor.stop();
});
