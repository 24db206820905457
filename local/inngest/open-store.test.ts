import fs from "node:fs/promises";
import path from "node:path";

import { expect, onTestFinished, test } from "vitest";

import { openStore } from "./open-store";
import { startInngest } from "./start-inngest";
import type { Run } from "./state";
import { makeDir } from "./testing/stage";

async function freshDir(): Promise<string> {
  const { dir, remove } = await makeDir();
  onTestFinished(remove);
  return dir;
}

test("a journal whose last line was cut short opens without it; damage in the middle is refused", async () => {
  const dir = await freshDir();
  const file = path.join(dir, "journal.jsonl");
  const store = openStore(dir);
  store.transact(() => {
    store.record({ type: "keys/seen", keys: ["a"], at: Date.now() });
    store.record({ type: "keys/seen", keys: ["b"], at: Date.now() });
  });
  store.close();

  await fs.appendFile(file, '[{"type":"keys/seen","keys":["c"],"at":');
  const again = openStore(dir);
  expect([...again.state.seen.keys()]).toEqual(["a", "b"]);
  again.transact(() => {
    again.record({ type: "keys/seen", keys: ["d"], at: Date.now() });
  });
  again.close();
  expect((await fs.stat(file)).mode & 0o777).toBe(0o600);

  const text = await fs.readFile(file, "utf8");
  await fs.writeFile(file, `${text.slice(0, 20)}\n${text.slice(20)}`);
  expect(() => openStore(dir)).toThrow(/damaged at line 1/);
});

test("the file stays small: finished runs but the newest 500 go, runs under way stay", async () => {
  const dir = await freshDir();
  const store = openStore(dir);
  store.transact(() => {
    for (let n = 0; n < 600; n += 1) store.record({ type: "run/queued", run: run(n) });
    for (let n = 0; n < 590; n += 1) {
      store.record({
        type: "run/ended",
        runId: String(n),
        at: n,
        ending: { status: "Completed", result: n },
      });
    }
  });
  store.close();

  const again = openStore(dir);
  expect(again.state.runs.size).toBe(510);
  expect([...again.state.active]).toEqual([
    "590",
    "591",
    "592",
    "593",
    "594",
    "595",
    "596",
    "597",
    "598",
    "599",
  ]);
  expect(again.state.runs.has("89")).toBe(false);
  expect(again.state.runs.get("90")?.ending).toEqual({ status: "Completed", result: 90 });
  again.close();
});

test("a journal that has grown is rewritten while it is open, and goes on", async () => {
  const dir = await freshDir();
  const store = openStore(dir);
  const note = (key: string) => {
    store.transact(() => {
      store.record({ type: "keys/seen", keys: [key], at: Date.now() });
    });
  };
  const long = "x".repeat(9 * 1024 * 1024);
  for (const key of [long, long, "after"]) note(key);
  store.close();

  expect((await fs.stat(path.join(dir, "journal.jsonl"))).size).toBeLessThan(10 * 1024 * 1024);
  const again = openStore(dir);
  expect([...again.state.seen.keys()].map((key) => key.length)).toEqual([long.length, 5]);
  again.close();
});

test("a folder has one executor at a time", async () => {
  const options = { dir: await freshDir(), appUrl: "http://localhost:9/api/inngest" };
  const first = await startInngest(options);
  await expect(startInngest(options)).rejects.toThrow(/in use by the executor at/);
  await first.close();
  const second = await startInngest(options);
  await second.close();
});

function run(n: number): Run {
  const event = { id: String(n), name: "x", data: {}, ts: n };
  return {
    id: String(n),
    functionId: "app-x",
    event,
    eventId: String(n),
    queuedAt: n,
    prioritySeconds: 0,
    protocol: -1,
    parallel: false,
    discovery: { attempt: 0, dueAt: n },
    steps: {},
    stack: [],
    failures: [],
  };
}
