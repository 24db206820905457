import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { copyFile, cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

import { describeWorkerd } from "./describe-workerd";
import { writeEntry } from "./write-entry";

const require = createRequire(import.meta.url);

export interface EdgeOptions {
  port: number;
  /** Where the Node build listens. */
  nodeOrigin: string;
  /** The one origin visitors use; http://localhost:PORT unless told. */
  publicOrigin?: string;
  /** What the worker is given, by name; values are taken from `env`. */
  variables: readonly string[];
  env: NodeJS.ProcessEnv;
  /** `.open-next` of a checkout, built. */
  built: string;
  /** Where this run's copy of the worker and its settings are kept. */
  dir: string;
  /** Whether the worker may leave this machine, because a vendor is real. */
  mayLeave: boolean;
}

export interface Edge {
  origin: string;
  pid: number | undefined;
  /** Resolves when workerd has ended, with its code. */
  ended: Promise<number | null>;
  close: () => Promise<void>;
}

/**
 * Runs the built worker in workerd, Cloudflare's own runtime, with its files served in front of it as Workers Assets
 * does. All of it is copied first, so that a build beside it changes nothing.
 */
export async function startEdge(options: EdgeOptions): Promise<Edge> {
  const { port, dir, built, nodeOrigin, publicOrigin = `http://localhost:${port}`, variables, env } = options;
  await rm(dir, { recursive: true, force: true });
  await mkdir(dir, { recursive: true, mode: 0o700 });
  await cp(join(built, "assets"), join(dir, "assets"), { recursive: true });
  await copyFile(join(built, "dist/worker.js"), join(dir, "worker.js"));
  await writeFile(join(dir, "entry.mjs"), writeEntry(env["LOCAL_LEMONSQUEEZY_PORT"]));
  await copyFile(join(import.meta.dirname, "play-assets.mjs"), join(dir, "play-assets.mjs"));
  const given = variables.filter((name) => env[name] !== undefined && env[name] !== "");
  const config = describeWorkerd({
    port,
    variables: given,
    texts: { PUBLIC_ORIGIN: publicOrigin, NODE_ORIGIN: nodeOrigin },
    files: join(dir, "assets"),
    build: (await readFile(join(built, "assets/BUILD_ID"), "utf8")).trim(),
    mayLeave: options.mayLeave,
  });
  await writeFile(join(dir, "workerd.capnp"), config);

  const child = spawn(workerdProgram(), ["serve", join(dir, "workerd.capnp")], {
    stdio: "inherit",
    env,
  });
  return {
    origin: `http://localhost:${port}`,
    pid: child.pid,
    ended: once(child, "exit").then(([code]) => code as number | null), // what `exit` hands over
    close: () => end(child),
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}

/** The program of this platform. */
function workerdProgram(): string {
  const { default: program } = require("workerd") as { default: string }; // its only export that matters here
  return program;
}
