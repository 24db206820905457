import { NonRetriableError } from "inngest";
import { expect, test, vi } from "vitest";

import { setStage, soon } from "./testing/stage";

vi.setConfig({ testTimeout: 30_000 });

test("runs steps one after the other, each once, and keeps what they return", async () => {
  const ran: string[] = [];
  const { client, ended } = await setStage((client) => [
    client.createFunction({ id: "count", triggers: [{ event: "count/asked" }] }, async ({ event, step }) => {
      const one = await step.run("one", () => (ran.push("one"), Number(event.data["from"]) + 1));
      const two = await step.run("two", () => (ran.push("two"), { value: one + 1 }));
      const none = await step.run("nothing", () => (ran.push("nothing"), undefined));
      return { one, two, none };
    }),
  ]);
  await client.send({ name: "count/asked", data: { from: 1 } });

  const run = await ended("count");
  expect(run.output).toEqual({ one: 2, two: { value: 3 }, none: null });
  expect(run.status).toBe("Completed");
  expect(ran).toEqual(["one", "two", "nothing"]);
  expect(run.steps.map(({ name, attempts }) => [name, attempts])).toEqual([
    ["one", 1],
    ["two", 1],
    ["nothing", 1],
  ]);
});

test("runs eight steps side by side with ten requests", async () => {
  const here: (() => void)[] = [];
  const { client, ended, app } = await setStage((client) => [
    client.createFunction({ id: "fan", triggers: [{ event: "fan/asked" }] }, async ({ step }) => {
      const squares = await Promise.all(
        [1, 2, 3, 4, 5, 6, 7, 8].map((n) =>
          step.run(`square-${n}`, async () => {
            // Nobody goes on before all eight are here.
            await new Promise<void>((resolve) => {
              here.push(resolve);
              if (here.length === 8) for (const go of here) go();
            });
            return n * n;
          }),
        ),
      );
      return squares.reduce((a, b) => a + b);
    }),
  ]);
  await client.send({ name: "fan/asked" });

  expect((await ended("fan")).output).toBe(204);
  expect(app.calls()).toBe(10);
});

test("in a race goes on with the first step to settle", async () => {
  let resolve: (value: string) => void = () => undefined;
  const promise = new Promise<string>((release) => {
    resolve = release;
  });
  const { client, ended } = await setStage((client) => [
    client.createFunction({ id: "race", triggers: [{ event: "race/asked" }] }, async ({ step }) => {
      const winner = await Promise.race([
        step.run({ id: "slow", parallelMode: "race" }, () => promise),
        step.run({ id: "quick", parallelMode: "race" }, () => "quick"),
      ]);
      return step.run("after", () => {
        resolve("slow");
        return winner;
      });
    }),
  ]);
  await client.send({ name: "race/asked" });

  expect((await ended("race")).output).toBe("quick");
});

test("sleeps for as long as asked, scaled", async () => {
  const { client, ended } = await setStage((client) => [
    client.createFunction({ id: "nap", triggers: [{ event: "nap/asked" }] }, async ({ step }) => {
      await step.sleep("rest", "2s");
      await step.sleepUntil("more", new Date(Date.now() + 2000));
      return "rested";
    }),
  ]);
  await client.send({ name: "nap/asked" });

  const run = await ended("nap");
  const tookMs = Date.parse(run.ended_at ?? "") - Date.parse(run.run_started_at ?? "");
  expect(run.output).toBe("rested");
  expect(tookMs).toBeGreaterThan(190);
  expect(tookMs).toBeLessThan(3900);
});

test("waits for the event that matches, or until its time is over", async () => {
  const { client, ended, runs } = await setStage((client) => [
    client.createFunction({ id: "wait", triggers: [{ event: "wait/asked" }] }, async ({ step }) => {
      const answer = await step.waitForEvent("answer", {
        event: "wait/answered",
        timeout: "1h",
        if: "event.data.a == async.data.a && async.data.kind == 'right'",
      });
      const never = await step.waitForEvent("never", { event: "wait/never", timeout: "1s", match: "data.a" });
      return { note: String(answer?.data["note"]), never };
    }),
  ]);
  await client.send({ name: "wait/asked", data: { a: 1 } });
  await soon(async () => (await runs("wait"))[0]?.steps[0]?.waits_for).toMatchObject({ kind: "event" });
  await client.send([
    { name: "wait/answered", data: { a: 2, kind: "right", note: "other run" } },
    { name: "wait/answered", data: { a: 1, kind: "wrong", note: "wrong kind" } },
    { name: "wait/answered", data: { a: 1, kind: "right", note: "yes" } },
  ]);

  expect((await ended("wait")).output).toEqual({ note: "yes", never: null });
});

test("invokes another function and takes over what it returns or throws", async () => {
  const { client, ended } = await setStage((client) => {
    const double = client.createFunction({ id: "double", triggers: [] }, async ({ event, step }) => {
      const n = Number((event.data as { n: unknown }).n);
      return step.run("double", () => {
        if (n < 0) throw new NonRetriableError("too small");
        return n * 2;
      });
    });
    const caller = client.createFunction(
      { id: "caller", triggers: [{ event: "call/asked" }] },
      async ({ step }) => {
        const good: unknown = await step.invoke("good", { function: double, data: { n: 21 } });
        const bad: unknown = await step
          .invoke("bad", { function: double, data: { n: -1 } })
          .catch((e: unknown) => String(e));
        return { good, bad };
      },
    );
    return [double, caller];
  });
  await client.send({ name: "call/asked" });

  expect((await ended("caller")).output).toEqual({ good: 42, bad: "NonRetriableError: too small" });
});

test("sends events from a step, once", async () => {
  const { client, ended } = await setStage((client) => [
    client.createFunction({ id: "teller", triggers: [{ event: "tell/asked" }] }, async ({ step }) => {
      const { ids } = await step.sendEvent("tell", { name: "tell/told", data: { x: 1 } });
      await step.run("after", () => null);
      return ids.length;
    }),
    client.createFunction(
      { id: "listener", triggers: [{ event: "tell/*", if: "event.data.x == 1" }] },
      ({ event }) => event.name,
    ),
  ]);
  await client.send({ name: "tell/asked", data: {} });

  expect((await ended("teller")).output).toBe(1);
  expect((await ended("listener")).output).toBe("tell/told");
});
