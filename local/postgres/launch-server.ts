import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import fs from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { lookAfter } from "./look-after";
import type { KeptServer } from "./look-after";
import { isAlive, readPostmaster } from "./read-postmaster";
import { serverEnvironment } from "./run-binary";
import { reachFolder } from "./workplace";
import type { Workplace } from "./workplace";

const POLL_MS = 20;
/** Recovery after a crash of a long run takes seconds; a minute means it never will. */
const START_WITHIN_MS = 60_000;
/** How long open transactions may take to be rolled back before the server is told to drop everything. */
const STOP_WITHIN_MS = 10_000;

const settings = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "timezone=UTC",
  "log_timezone=UTC",
  // Room for 200 requests at once, each with a connection of its own, in little memory.
  "max_connections=250",
  "shared_buffers=32MB",
  "io_method=sync",
];
/** For tests: what a crash would lose need not be kept. */
const ephemeralSettings = ["fsync=off", "full_page_writes=off", "synchronous_commit=off"];

/**
 * Starts the server on a data folder that exists, in a process group of its own so that Ctrl-C does not stop it before us.
 *
 * @returns it, once it takes connections.
 * @throws Error with the end of the server's log when it does not come up; it is stopped then.
 */
export async function launchServer(
  workplace: Workplace,
  how: { port: number; ephemeral: boolean },
): Promise<KeptServer> {
  const reach = reachFolder(workplace);
  const log = openLog(workplace.log);
  const flags = [...settings, ...(how.ephemeral ? ephemeralSettings : [])].flatMap((setting) => [
    "-c",
    setting,
  ]);
  const child = spawn(
    workplace.binaries.postgres,
    ["-D", `${reach.path}/data`, "-p", String(how.port), ...flags],
    {
      ...workplace.account,
      cwd: workplace.folder,
      detached: true,
      env: serverEnvironment(),
      stdio: ["ignore", log, log, reach.descriptor ?? "ignore"],
    },
  );
  reach.close();
  fs.closeSync(log);
  child.unref();
  const { pid } = child;
  const server = pid === undefined ? undefined : lookAfter(workplace.folder, { pid, port: how.port });
  const failure = await untilReady(workplace.data, child);
  if (server && failure === undefined) return server;

  child.kill("SIGQUIT");
  server?.letGo();
  throw new Error(
    `Postgres did not start: ${failure ?? ""}. ${workplace.log} ends with:\n${endOf(workplace.log)}`,
  );
}

/** Waits until the server takes connections; returns why it does not, or undefined when it does. */
async function untilReady(data: string, child: ChildProcess): Promise<string | undefined> {
  let failure: string | undefined;
  child.once("error", (error) => (failure = error.message));
  child.once("exit", (code, signal) => (failure = `it ended with ${String(code ?? signal)}`));

  const deadline = Date.now() + START_WITHIN_MS;
  while (failure === undefined && Date.now() < deadline) {
    const running = readPostmaster(data);
    if (running?.pid === child.pid && running?.isReady === true) return undefined;
    await pause(POLL_MS);
  }
  return failure ?? "it took too long";
}

/** Stops a kept server: its open transactions are rolled back. */
export async function endServer({ pid, letGo }: KeptServer): Promise<void> {
  await stopServer(pid);
  letGo();
}

/** Stops a server: waits for running statements to be cancelled and rolled back, then for the process to be gone. */
export async function stopServer(pid: number): Promise<void> {
  // Postgres's own words: SIGINT is "fast" (roll back and stop), SIGQUIT "immediate" (as if the power had failed).
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    if (await isGoneWithin(pid, STOP_WITHIN_MS)) return;
  }
  throw new Error(`Postgres (process ${String(pid)}) does not stop.`);
}

/** Resolves once the process is gone. */
export async function untilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await pause(500, undefined, { ref: false });
}

async function isGoneWithin(pid: number, ms: number): Promise<boolean> {
  const deadline = Date.now() + ms;
  while (Date.now() < deadline) {
    if (!isAlive(pid)) return true;
    await pause(POLL_MS);
  }
  return !isAlive(pid);
}

/** Each run writes a log of its own; the one before is kept beside it, for it may tell why the server is starting again. */
function openLog(file: string): number {
  if (fs.existsSync(file)) fs.renameSync(file, `${file}.before`);
  return fs.openSync(file, "a", 0o600);
}

function endOf(file: string): string {
  return fs.readFileSync(file, "utf8").trimEnd().split("\n").slice(-5).join("\n");
}
