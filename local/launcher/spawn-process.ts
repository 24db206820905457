import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { identifyProcess } from "./identify-process";
import type { ProcessIdentity } from "./identify-process";
import { endGroup, stopProcess } from "./stop-process";

/** The program and its arguments. */
export type Command = readonly [string, ...string[]];

export interface SpawnedProcess {
  identity: ProcessIdentity;
  /** Resolves when it has ended, with words for how: "code 1", "SIGKILL". */
  ended: Promise<string>;
  isGone: () => boolean;
  /** The last lines it wrote, oldest first. */
  lastLines: () => readonly string[];
  /** SIGTERM, then SIGKILL to it and everything it started. */
  stop: (graceMs: number) => Promise<void>;
}

const KEPT_LINES = 40;
/** For a grandchild that is ending by itself, like a database whose keeper was killed. */
const ORPHAN_GRACE_MS = 1_000;

/**
 * Starts a process in a group of its own, so that Ctrl-C reaches the launcher alone and nothing of it is left behind.
 *
 * @throws Error when the program cannot be started.
 */
export function spawnProcess(
  command: Command,
  options: { cwd: string; env: NodeJS.ProcessEnv; onLine: (line: string) => void },
): SpawnedProcess {
  const [program, ...args] = command;
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: options.env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: process.platform !== "win32",
  });
  const { pid } = child;
  // A program that is missing has no pid, and says so with an `error` event a moment later.
  child.on("error", (error) => {
    options.onLine(error.message);
  });
  if (pid === undefined) throw new Error(`${program} could not be started.`);

  const lines: string[] = [];
  const keep = (line: string) => {
    lines.push(line);
    if (lines.length > KEPT_LINES) lines.shift();
    options.onLine(line);
  };
  const drained = Promise.all([readLines(child.stdout, keep), readLines(child.stderr, keep)]);

  let gone = false;
  const ended = new Promise<string>((resolve) => {
    child.once("exit", (code, signal) => {
      gone = true;
      // Its last words may still be in the pipe when it has ended.
      void Promise.all([endGroup(pid, ORPHAN_GRACE_MS), drained]).then(() => {
        resolve(signal ?? `code ${code ?? "unknown"}`);
      });
    });
  });

  return {
    identity: identifyProcess(pid) ?? { pid, started: "" },
    ended,
    isGone: () => gone,
    lastLines: () => lines,
    stop: async (graceMs) => {
      await stopProcess(pid, () => gone, graceMs);
      await ended;
    },
  };
}

function readLines(stream: Readable, onLine: (line: string) => void): Promise<void> {
  return new Promise((resolve) => {
    createInterface({ input: stream, crlfDelay: Infinity }).on("line", onLine).once("close", resolve);
  });
}
