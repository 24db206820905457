import fs from "node:fs/promises";
import http from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";

import { Inngest } from "inngest";
import type { InngestFunction } from "inngest";
import { serve } from "inngest/node";
import { expect, onTestFinished, vi } from "vitest";
import * as z from "zod";

import { startInngest } from "../start-inngest";

const Run = z.object({
  run_id: z.string(),
  status: z.string(),
  function_id: z.string(),
  output: z.unknown(),
  reason: z.string().nullable(),
  queued_at: z.string(),
  run_started_at: z.string().nullable(),
  ended_at: z.string().nullable(),
  event: z.looseObject({ name: z.string(), data: z.record(z.string(), z.unknown()) }),
  error: z.object({ name: z.string(), message: z.string() }).nullable(),
  failures: z.array(z.object({ attempt: z.number(), error: z.object({ message: z.string() }) })),
  steps: z.array(
    z.object({
      name: z.string(),
      op: z.string(),
      attempts: z.number(),
      memo: z.unknown(),
      settled_at: z.string().nullable(),
      waits_for: z.looseObject({ kind: z.string() }).nullable(),
    }),
  ),
});
export type RunReport = z.infer<typeof Run>;

/**
 * Makes an app's functions. Said to be of no type in particular: with the SDK's own type for a list of any functions,
 * TypeScript gives up on their handlers' parameters.
 */
export type Functions = (client: Inngest) => readonly unknown[];

/** The app: a real HTTP server that serves real functions with the real SDK. */
export interface App {
  url: string;
  port: number;
  /** Answers with these functions from now on; the SDK is told that Inngest is at `origin`. */
  serve: (origin: string, functions: Functions) => Inngest;
  /** Requests that called a function, by now. */
  calls: () => number;
  close: () => Promise<void>;
}

export async function startApp(port = 0): Promise<App> {
  let handler: http.RequestListener = (_, response) => response.writeHead(503).end();
  let calls = 0;
  const server = http.createServer((request, response) => {
    if (request.method === "POST") calls += 1;
    handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.address() as AddressInfo;
  return {
    url: `http://localhost:${address.port}/api/inngest`,
    port: address.port,
    serve: (origin, functions) => {
      const client = new Inngest({ id: "app", isDev: true, baseUrl: origin, logger: silent });
      handler = serve({ client, functions: [...functions(client)] as InngestFunction.Any[] });
      return client;
    },
    calls: () => calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const silent = { info: () => {}, warn: () => {}, error: () => {}, debug: () => {} };

/** What a test needs to know of an executor, wherever it runs. */
export function watch(origin: string) {
  const get = async (url: string): Promise<unknown> => (await fetch(origin + url)).json();
  const runs = async (functionId?: string): Promise<RunReport[]> => {
    const query = functionId === undefined ? "" : `&function=app-${functionId}`;
    return z.object({ data: z.array(Run) }).parse(await get(`/v1/runs?limit=1000${query}`)).data;
  };
  return {
    runs,
    /** The only run of a function, once it is over. */
    ended: (functionId: string, timeout = 15_000): Promise<RunReport> =>
      vi.waitFor(
        async () => {
          const [run, second] = await runs(functionId);
          if (!run?.ended_at) throw new Error(`${functionId} is not over: ${JSON.stringify(run)}`);
          if (second) throw new Error(`${functionId} ran more than once.`);
          return run;
        },
        { timeout, interval: 20 },
      ),
    control: async (body: unknown): Promise<void> => {
      const response = await fetch(`${origin}/__control`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(await response.text());
    },
  };
}

export async function makeDir(): Promise<{ dir: string; remove: () => Promise<void> }> {
  const dir = await fs.mkdtemp(path.join(os.tmpdir(), "likeness-inngest-"));
  return { dir, remove: () => fs.rm(dir, { recursive: true, force: true }) };
}

/** An app with these functions and an executor in this process that knows them, until the test is over. */
export async function setStage(functions: Functions) {
  const { dir, remove } = await makeDir();
  const app = await startApp();
  const settings = { dir, appUrl: app.url, retryMs: 20, timeScale: 0.05, syncMs: 100, graceMs: 300 };
  const executor = await startInngest(settings);
  const client = app.serve(executor.origin, functions);
  await vi.waitUntil(executor.isSynced, { timeout: 15_000, interval: 5 });
  onTestFinished(async () => {
    const before = await watch(executor.origin).runs();
    await executor.close();
    await app.close();
    await expectKept(settings, before);
    await remove();
  });
  return { app, client, executor, ...watch(executor.origin) };
}

/** What the file says of runs that are over must be what the executor said while it was up. */
async function expectKept(settings: Parameters<typeof startInngest>[0], before: RunReport[]): Promise<void> {
  const again = await startInngest(settings);
  const after = await watch(again.origin).runs();
  await again.close();
  const over = before.filter((run) => run.ended_at !== null);
  expect(after.filter(({ run_id: id }) => over.some((run) => run.run_id === id))).toEqual(over);
}

/** `expect.poll` with the patience that a busy machine needs. */
export function soon<T>(read: () => T) {
  return expect.poll(read, { timeout: 15_000, interval: 20 });
}

/** The runs of a function, those that are over first, once this many of them are. */
export async function allEnded(
  stage: Pick<ReturnType<typeof watch>, "runs">,
  functionId: string,
  count: number,
) {
  const isOver = (run: RunReport) => run.ended_at !== null;
  await soon(async () => (await stage.runs(functionId)).filter(isOver).length).toBe(count);
  const all = await stage.runs(functionId);
  return all.toSorted((a, b) => Number(isOver(b)) - Number(isOver(a)));
}

/** Counts what is done, by name. */
export function makeCounter() {
  const counts: Record<string, number> = {};
  const count = (name: string) => (counts[name] = (counts[name] ?? 0) + 1);
  return { counts, count };
}

/** A promise and what resolves it. */
export function makeGate(): { gate: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { gate, open };
}
