import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "./prefix-lines";
import type { Command, SpawnedProcess } from "./spawn-process";
import { waitUntilUp } from "./wait-until-up";

/** A process of the set: what to run, and how to see that it is up. */
export interface Part {
  name: string;
  command: Command;
  /** Where it listens, by the name under which others look for it: `{ neon: "http://localhost:3002" }`. */
  origins: Readonly<Record<string, string>>;
  /** What must answer before it counts as up: `http://…` with any answer, `tcp://…` with a connection. */
  probes: readonly string[];
  /** Stopped only when all others have ended. */
  stopsLast?: true;
}

export interface PartKeeping {
  spawn: (name: string, command: Command) => SpawnedProcess;
  log: Log;
  /** Aborted when the set stops. */
  stopping: AbortSignal;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
/** A part that has lived this long is started again without its earlier falls held against it. */
const STEADY_MS = 30_000;

/**
 * Starts a part, waits until it is up, and from then on starts it again whenever it dies, after a growing pause.
 *
 * @throws Error with its last lines when it ends before it was up.
 */
export async function keepRunning(part: Part, keeping: PartKeeping): Promise<void> {
  const first = keeping.spawn(part.name, part.command);
  await untilUp(part, first, keeping.stopping);
  void startAgainWhenEnded(part, first, keeping);
}

async function untilUp(part: Part, process: SpawnedProcess, stopping: AbortSignal): Promise<void> {
  const ended = new AbortController();
  void process.ended.then((how) => {
    const last = process.lastLines().join("\n");
    ended.abort(new Error(`${part.name} ended with ${how} while it was starting.\n${last}`));
  });
  await waitUntilUp(part.probes, AbortSignal.any([stopping, ended.signal]));
}

async function startAgainWhenEnded(part: Part, first: SpawnedProcess, keeping: PartKeeping): Promise<void> {
  const { log, spawn, stopping } = keeping;
  const isStopping = () => stopping.aborted;
  let process = first;
  let pauseMs = FIRST_PAUSE_MS;
  for (;;) {
    const since = Date.now();
    const how = await process.ended;
    if (isStopping()) return;

    if (Date.now() - since > STEADY_MS) pauseMs = FIRST_PAUSE_MS;
    log(part.name, `ended with ${how}; starting again in ${pauseMs / 1000} s`);
    await sleep(pauseMs, undefined, { signal: stopping }).catch(() => undefined);
    if (isStopping()) return;

    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    process = spawn(part.name, part.command);
  }
}
