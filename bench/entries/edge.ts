import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import http from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { findFreePort } from "~/local/launcher/free-ports";
import { nextCommand } from "~/local/launcher/list-parts";
import { waitUntilUp } from "~/local/launcher/wait-until-up";

import { alone, held, percentile } from "../measurement";
import type { Entry, Measurements } from "../measurement";
import { readCpuMs } from "../read-cpu";
import { root } from "../preview-set";
import type { Preview } from "../preview-set";

const paths = {
  landing: "/",
  models: "/models",
  studio: "/studio",
  trpc: "/api/trpc/models.list?batch=1&input=%7B%220%22%3A%7B%22json%22%3Anull%7D%7D",
};
/** Requests to each side, in turns of a few, so that both meet the machine in the same moods. */
const TURNS = 12;
const PER_TURN = 10;
const COLD_STARTS = 3;

const require = createRequire(import.meta.url);

/**
 * The worker in workerd held against `next start` of the same build, in the same run: one request after another, from
 * sending to the last byte, and the CPU each takes. Then how large the worker is, and how long each takes from nothing
 * to its first page.
 */
export const edge: Entry = {
  name: "edge",
  needs: "edge",
  measure: async (preview) => {
    const results: Measurements = {};
    for (const [name, path] of Object.entries(paths)) {
      Object.assign(results, await comparePath(preview, name, path));
    }
    const worker = gzipSync(await readFile(join(root, ".open-next/dist/worker.js"))).length / 1024;
    results["edge.worker-gzip"] = alone(worker, "KB");
    return { ...results, ...(await compareColdStarts(preview)) };
  },
};

interface Side {
  waits: number[];
  cpuMs: number;
}

async function comparePath(preview: Preview, name: string, path: string): Promise<Measurements> {
  const edge: Side = { waits: [], cpuMs: 0 };
  const node: Side = { waits: [], cpuMs: 0 };
  const { app, node: nodePort } = preview.ports;
  await ask(preview, { port: app, path, times: PER_TURN });
  await ask(preview, { port: nodePort, path, times: PER_TURN });
  for (let turn = 0; turn < TURNS; turn += 1) {
    await take(edge, preview.pids.app, () => ask(preview, { port: app, path, times: PER_TURN }));
    await take(node, preview.pids.node, () => ask(preview, { port: nodePort, path, times: PER_TURN }));
  }
  const against = (value: number) => ({ name: "next start", value });
  const p50 = percentile(node.waits, 0.5);
  const p99 = percentile(node.waits, 0.99);
  const requests = TURNS * PER_TURN;
  return {
    [`edge.${name}.p50`]: held(percentile(edge.waits, 0.5), "ms", against(p50)),
    [`edge.${name}.p99`]: held(percentile(edge.waits, 0.99), "ms", against(p99)),
    [`edge.${name}.cpu`]: held(edge.cpuMs / requests, "ms", against(node.cpuMs / requests)),
  };
}

async function take(side: Side, pid: number, work: () => Promise<number[]>): Promise<void> {
  const before = await readCpuMs(pid);
  side.waits.push(...(await work()));
  side.cpuMs += (await readCpuMs(pid)) - before;
}

/** Asks with the signed-in browser's cookies, which Clerk renews every minute. */
async function ask(
  { page, ports }: Preview,
  { port, path, times }: { port: number; path: string; times: number },
): Promise<number[]> {
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const waits: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const began = performance.now();
    const status = await get({
      host: "127.0.0.1",
      port,
      path,
      agent,
      // As the worker tells the Node host: the session is good for the origin it was opened at, and for no other.
      headers: { cookie, host: `localhost:${port}`, "x-forwarded-host": `localhost:${ports.app}` },
    });
    if (status !== 200) throw new Error(`${path} on port ${port} answered ${status}.`);
    waits.push(performance.now() - began);
  }
  agent.destroy();
  return waits;
}

function get(options: http.RequestOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = http.get(options, (answer) => {
      answer.resume();
      answer.once("end", () => {
        resolve(answer.statusCode ?? 0);
      });
      answer.once("error", reject);
    });
    request.once("error", reject);
  });
}

/** From starting the program to the first landing page. */
async function compareColdStarts({ home }: Preview): Promise<Measurements> {
  const port = await findFreePort(7700);
  const { default: workerd } = require("workerd") as { default: string }; // its program's path
  const serve = [workerd, "serve", join(home, "edge/workerd.capnp"), `-shttp=127.0.0.1:${port}`];
  const start = nextCommand("start", "-p", String(port), "-H", "localhost");
  const edge: number[] = [];
  const node: number[] = [];
  for (let time = 0; time < COLD_STARTS; time += 1) {
    edge.push(await timeStart(serve, port));
    node.push(await timeStart([...start], port));
  }
  const against = { name: "next start", value: percentile(node, 0.5) };
  return { "edge.cold-start": held(percentile(edge, 0.5), "ms", against) };
}

async function timeStart([program = "", ...args]: string[], port: number): Promise<number> {
  const began = performance.now();
  const child = spawn(program, args, { cwd: root, stdio: "ignore", env: process.env });
  try {
    await waitUntilUp([`http://localhost:${port}/sign-in`], AbortSignal.timeout(60_000));
    return performance.now() - began;
  } finally {
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }
}
