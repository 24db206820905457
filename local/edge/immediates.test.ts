import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { build } from "esbuild";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { freePort } from "../testing/free-port";
import { startEdge } from "./start-edge";
import type { Edge } from "./start-edge";

/** What `src/edge/quick-immediates.ts` promises is workerd's to keep, so a worker of its own tries it there. */
const worker = `
import { AsyncLocalStorage } from "node:async_hooks";
import { quickenImmediates } from "./quick-immediates";

quickenImmediates();
const request = new AsyncLocalStorage();

async function order() {
  const ran = [];
  const runMicrotasks = async (name) => {
    for (let i = 0; i < 50; i++) await null;
    ran.push(name);
  };
  await new Promise((resolve) => {
    setTimeout(() => resolve(ran.push("timer")), 0);
    setImmediate((name) => ran.push(name) && runMicrotasks("its microtasks"), "first");
    setImmediate(() => {
      ran.push("second");
      setImmediate(() => ran.push("asked for by the second"));
    });
    clearImmediate(setImmediate(() => ran.push("cleared")));
    setImmediate(() => ran.push("third"));
    void runMicrotasks("microtasks");
    ran.push("now");
  });
  return ran;
}

async function context(id) {
  for (let i = 0; i < 100; i++) {
    const seen = await new Promise((resolve) => setImmediate(() => resolve(request.getStore())));
    if (seen !== id || request.getStore() !== id) return "lost: " + seen;
    if (i % 25 === 0) await scheduler.wait(1);
  }
  return id;
}

export default {
  async fetch({ url }) {
    const id = new URL(url).searchParams.get("id");
    return Response.json(id === null ? await order() : await request.run(id, () => context(id)));
  },
};
`;

let folder: string;
let edge: Edge;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "likeness-immediates-"));
  const built = join(folder, "built");
  await mkdir(join(built, "assets"), { recursive: true });
  await writeFile(join(built, "assets/BUILD_ID"), "test");
  await build({
    stdin: { contents: worker, resolveDir: join(import.meta.dirname, "../../src/edge") },
    bundle: true,
    format: "esm",
    external: ["node:*"],
    outfile: join(built, "dist/worker.js"),
  });
  const port = await freePort();
  const dir = join(folder, "run");
  edge = await startEdge({
    port,
    dir,
    built,
    nodeOrigin: "http://localhost:9",
    variables: [],
    env: { NODE_ENV: "test" },
    mayLeave: false,
  });
});

afterAll(async () => {
  await edge.close();
  await rm(folder, { recursive: true, force: true });
});

test("an immediate is a task of its own, in turn, and sooner than any timer", async () => {
  expect(await ask("")).toEqual([
    "now",
    "microtasks",
    "first",
    "its microtasks",
    "second",
    "third",
    "asked for by the second",
    "timer",
  ]);
});

test("requests at once keep their contexts apart", async () => {
  const ids = Array.from({ length: 20 }, (_, id) => String(id));
  expect(await Promise.all(ids.map((id) => ask(`?id=${id}`)))).toEqual(ids);
});

async function ask(search: string): Promise<unknown> {
  const answer = await vi.waitFor(() => fetch(`${edge.origin}/${search}`), { timeout: 10_000 });
  return answer.json();
}
