import { NonRetriableError, RetryAfterError } from "inngest";
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

test("runs steps one after the other, each once, and keeps what they return", async () => {
  const ran: string[] = [];
  const { client, ended } = await on((client) => [
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
  const { client, ended, app } = await on((client) => [
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
  const { client, ended } = await on((client) => [
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
  const { client, ended } = await on((client) => [
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
  const { client, ended, runs } = await on((client) => [
    client.createFunction({ id: "wait", triggers: [{ event: "wait/asked" }] }, async ({ step }) => {
      const answer = await step.waitForEvent("answer", {
        event: "wait/answered",
        timeout: "1h",
        if: "event.data.a == async.data.a && async.data.kind == 'right'",
      });
      const never = await step.waitForEvent("never", { event: "wait/never", timeout: "1s", match: "data.a" });
      return { note: answer?.data["note"], never };
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
  const { client, ended } = await on((client) => {
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
          .catch((e: Error) => e.message);
        return { good, bad };
      },
    );
    return [double, caller];
  });
  await client.send({ name: "call/asked" });

  expect((await ended("caller")).output).toEqual({ good: 42, bad: "too small" });
});

test("sends events from a step, once", async () => {
  const { client, ended } = await on((client) => [
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

test("tries a failing step again, then gives the function its error", async () => {
  const attempts: number[] = [];
  const { client, ended } = await on((client) => [
    client.createFunction(
      { id: "stumble", retries: 2, triggers: [{ event: "stumble/asked" }] },
      async ({ step, attempt }) => {
        const second = await step.run("second-time-lucky", () => {
          attempts.push(attempt);
          if (attempt === 0) throw new Error("not yet");
          return attempt;
        });
        const failed = await step
          .run("never", () => Promise.reject(new Error("no luck")))
          .catch((e: Error) => e.message);
        const refused = await step
          .run("refused", () => {
            throw new NonRetriableError("no use");
          })
          .catch((e: Error) => e.message);
        return { second, failed, refused };
      },
    ),
  ]);
  await client.send({ name: "stumble/asked" });

  const run = await ended("stumble");
  expect(run.output).toEqual({ second: 1, failed: "no luck", refused: "no use" });
  expect(attempts).toEqual([0, 1]);
  expect(run.steps.map(({ name, attempts: count }) => [name, count])).toEqual([
    ["second-time-lucky", 2],
    ["never", 3],
    ["refused", 1],
  ]);
});

test("tries side-by-side steps again by themselves", async () => {
  const ran = { steady: 0, shaky: 0 };
  const { client, ended } = await on((client) => [
    client.createFunction({ id: "pair", triggers: [{ event: "pair/asked" }] }, async ({ step }) =>
      Promise.all([
        step.run("steady", () => ++ran.steady),
        step.run("shaky", () => {
          if (++ran.shaky < 3) throw new Error("shaken");
          return ran.shaky;
        }),
        step.sleep("nap", "1s").then(() => "slept"),
      ]),
    ),
  ]);
  await client.send({ name: "pair/asked" });

  expect((await ended("pair")).output).toEqual([1, 3, "slept"]);
  expect(ran).toEqual({ steady: 1, shaky: 3 });
});

test("waits for as long as RetryAfterError says", async () => {
  const at: number[] = [];
  const { client, ended } = await on((client) => [
    client.createFunction({ id: "later", triggers: [{ event: "later/asked" }] }, async ({ step }) =>
      step.run("busy", () => {
        at.push(Date.now());
        if (at.length === 1) throw new RetryAfterError("busy", 6000);
        return "done";
      }),
    ),
  ]);
  await client.send({ name: "later/asked" });

  expect((await ended("later")).output).toBe("done");
  expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThan(280);
});

test("fails a run whose function keeps throwing, and tells onFailure and listeners", async () => {
  const heard: unknown[] = [];
  const { client, ended } = await on((client) => [
    client.createFunction(
      {
        id: "doomed",
        retries: 1,
        triggers: [{ event: "doom/asked" }],
        onFailure: async ({ event, error, step }) => {
          await step.run("note", () =>
            heard.push([error.message, event.data.function_id, event.data.event.data]),
          );
        },
      },
      () => {
        throw new TypeError("doomed indeed");
      },
    ),
    client.createFunction(
      {
        id: "finished",
        triggers: [{ event: "inngest/function.finished", if: "event.data.function_id == 'app-doomed'" }],
      },
      ({ event }) => event.data["error"],
    ),
  ]);
  await client.send({ name: "doom/asked", data: { who: "me" } });

  const run = await ended("doomed");
  expect(run.status).toBe("Failed");
  expect(run.error).toMatchObject({ name: "TypeError", message: "doomed indeed" });
  expect(run.failures.map(({ attempt }) => attempt)).toEqual([0, 1]);
  expect((await ended("doomed-failure")).status).toBe("Completed");
  expect(heard).toEqual([["doomed indeed", "app-doomed", { who: "me" }]]);
  expect((await ended("finished")).output).toMatchObject({ message: "doomed indeed" });
});

test("does not try a NonRetriableError again", async () => {
  let count = 0;
  const { client, ended } = await on((client) => [
    client.createFunction({ id: "hopeless", triggers: [{ event: "hopeless/asked" }] }, async ({ step }) => {
      await step.run("hopeless", () => {
        count += 1;
        throw new NonRetriableError("never");
      });
    }),
  ]);
  await client.send({ name: "hopeless/asked" });

  expect(await ended("hopeless")).toMatchObject({ status: "Failed", error: { message: "never" } });
  expect(count).toBe(1);
});
