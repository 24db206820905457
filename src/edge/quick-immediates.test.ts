import { AsyncLocalStorage } from "node:async_hooks";

import { expect, test } from "vitest";

import { runSoon } from "./quick-immediates";

const soon = () => new Promise<void>((resolve) => runSoon(resolve));

test("runs after what is under way, in order, with its arguments", async () => {
  const ran: string[] = [];
  runSoon((...words: string[]) => ran.push(...words), "first", "task");
  runSoon(() => ran.push("second task"));
  void Promise.resolve()
    .then(() => Promise.resolve())
    .then(() => ran.push("microtasks"));
  ran.push("now");
  await soon();
  expect(ran).toEqual(["now", "microtasks", "first", "task", "second task"]);
});

test("keeps each caller's context apart", async () => {
  const request = new AsyncLocalStorage<number>();
  const seen = await Promise.all(
    Array.from({ length: 50 }, (_, id) =>
      request.run(id, async () => {
        await soon();
        return new Promise<number | undefined>((resolve) => runSoon(() => resolve(request.getStore())));
      }),
    ),
  );
  expect(seen).toEqual(Array.from({ length: 50 }, (_, id) => id));
});

test("what is cleared never runs", async () => {
  let hasRun = false;
  runSoon(() => {
    hasRun = true;
  }).clear();
  await soon();
  await soon();
  expect(hasRun).toBe(false);
});
