import { expect, test, vi } from "vitest";
import * as z from "zod";

import { makeCounter, setStage, soon } from "./testing/stage";

vi.setConfig({ testTimeout: 30_000 });

test("a step stands still before it is called and after it has answered, until it is let go", async () => {
  const { counts, count } = makeCounter();
  const here = await setStage((client) => [
    client.createFunction({ id: "two", retries: 0, triggers: [{ event: "two" }] }, async ({ step }) => {
      await Promise.all(["one-1", "one-2"].map((name) => step.run(name, () => count(name.slice(0, 3)))));
    }),
  ]);
  const url = `${here.executor.origin}/__control/holds`;
  const hold = (when: "before" | "after") =>
    fetch(url, { method: "POST", body: JSON.stringify({ function: "app-two", step: "one-*", when }) });
  const held = async () =>
    z.object({ held: z.object({ when: z.string() }).nullable() }).parse(await (await fetch(url)).json()).held
      ?.when;

  await hold("before");
  await here.client.send({ name: "two" });
  await soon(held).toBe("before");
  // The other one goes on.
  await soon(() => Promise.resolve(counts)).toEqual({ one: 1 });

  await hold("after");
  await soon(held).toBe("after");
  expect(counts).toEqual({ one: 2 });
  expect((await here.runs("two"))[0]?.status).toBe("Running");

  await fetch(url, { method: "DELETE" });
  expect((await here.ended("two")).status).toBe("Completed");
});
