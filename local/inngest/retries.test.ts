import { NonRetriableError, RetryAfterError } from "inngest";
import type { Inngest } from "inngest";
import { expect, test, vi } from "vitest";

import { makeCounter, setStage, soon, startApp } from "./testing/stage";

vi.setConfig({ testTimeout: 30_000 });

const simple = (client: Inngest) => [
  client.createFunction({ id: "simple", retries: 0, triggers: [{ event: "simple" }] }, async ({ step }) => {
    await step.run("only", () => "done");
    return "done";
  }),
];

test("tries a failing step again, then gives the function its error", async () => {
  const attempts: number[] = [];
  const { client, ended } = await setStage((client) => [
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
          .catch((e: unknown) => String(e));
        const refused = await step
          .run("refused", () => {
            throw new NonRetriableError("no use");
          })
          .catch((e: unknown) => String(e));
        return { second, failed, refused };
      },
    ),
  ]);
  await client.send({ name: "stumble/asked" });

  const run = await ended("stumble");
  expect(run.output).toEqual({ second: 1, failed: "Error: no luck", refused: "NonRetriableError: no use" });
  expect(attempts).toEqual([0, 1]);
  expect(run.steps.map(({ name, attempts: count }) => [name, count])).toEqual([
    ["second-time-lucky", 2],
    ["never", 3],
    ["refused", 1],
  ]);
});

test("tries side-by-side steps again by themselves", async () => {
  const ran = { steady: 0, shaky: 0 };
  const { client, ended } = await setStage((client) => [
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
  const { client, ended } = await setStage((client) => [
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
  const { client, ended } = await setStage((client) => [
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
      ({ event }): unknown => event.data["error"],
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
  const { counts, count } = makeCounter();
  const { client, ended } = await setStage((client) => [
    client.createFunction({ id: "hopeless", triggers: [{ event: "hopeless/asked" }] }, async ({ step }) => {
      await step.run("hopeless", () => {
        count("hopeless");
        throw new NonRetriableError("never");
      });
    }),
  ]);
  await client.send({ name: "hopeless/asked" });

  expect(await ended("hopeless")).toMatchObject({ status: "Failed", error: { message: "never" } });
  expect(counts).toEqual({ hopeless: 1 });
});

test("an app that is restarting costs no attempts; one that stays away does", async () => {
  const here = await setStage(simple);
  await here.app.close();
  await here.client.send({ name: "simple" });
  await soon(async () => (await here.runs("simple"))[0]?.status).toBe("Running");
  const again = await startApp(here.app.port);
  again.serve(here.executor.origin, simple);
  expect((await here.ended("simple")).output).toBe("done");
  await again.close();

  await here.client.send({ name: "simple", data: { second: true } });
  await soon(async () => (await here.runs("simple"))[0]?.status).toBe("Failed");
  expect((await here.runs("simple"))[0]?.error?.name).toBe("ConnectionRefused");
});
