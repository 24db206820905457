import { removeAddresses, writeAddresses } from "./addresses";
import type { Addresses } from "./addresses";
import { keepRunning } from "./keep-running";
import type { Part } from "./keep-running";
import type { Log } from "./prefix-lines";
import { spawnProcess } from "./spawn-process";
import type { Command, SpawnedProcess } from "./spawn-process";
import type { HeldLock } from "./take-lock";

export interface Supervision {
  /** The folder processes run in. */
  cwd: string;
  env: NodeJS.ProcessEnv;
  home: string;
  lock: HeldLock;
  log: Log;
}

/** The processes of one set. */
export interface Supervisor {
  /** Starts a part, resolves when it is up, and keeps it up. @throws Error with its last lines when it does not come up. */
  start: (part: Part) => Promise<void>;
  /** Runs a program to its end. @throws Error with its last lines when it fails. */
  run: (name: string, command: Command) => Promise<void>;
  /** Adds a server of the launcher's own process to the addresses. */
  announce: (name: string, origin: string) => void;
  addresses: () => Addresses;
  /** Stops everything, within ten seconds; afterwards nothing starts. */
  stop: () => Promise<void>;
}

/** Twice this, and a second for each, stays below ten seconds. */
const GRACE_MS = 3_500;

/**
 * Starts processes, keeps parts up, and stops all of them.
 *
 * HOME/addresses.json and the lock always name the processes that are there now.
 */
export function supervise({ cwd, env, home, lock, log }: Supervision): Supervisor {
  const stopping = new AbortController();
  const living = new Map<SpawnedProcess, string>();
  const parts: Part[] = [];
  const announced: Addresses = {};
  let written = Promise.resolve();

  const spawn = (name: string, command: Command) => {
    stopping.signal.throwIfAborted();
    const onLine = (line: string) => {
      log(name, line);
    };
    const process = spawnProcess(command, { cwd, env, onLine });
    living.set(process, name);
    writeDown();
    void process.ended.then(() => {
      living.delete(process);
      writeDown();
    });
    return process;
  };

  const addresses = () => ({ ...announced, ...addressesOf(parts, living) });

  const writeDown = () => {
    const identities = [...living.keys()].map((process) => process.identity);
    written = written
      .then(() => lock.record(identities))
      .then(() => writeAddresses(home, addresses()))
      .catch((error: unknown) => {
        log("launcher", `could not write down the processes: ${String(error)}`);
      });
  };

  const stopThose = (isAmong: (name: string) => boolean) =>
    Promise.all([...living].filter(([, name]) => isAmong(name)).map(([process]) => process.stop(GRACE_MS)));

  return {
    start: async (part) => {
      parts.push(part);
      await keepRunning(part, { spawn, log, stopping: stopping.signal });
    },
    run: async (name, command) => {
      const process = spawn(name, command);
      const how = await process.ended;
      stopping.signal.throwIfAborted();
      if (how !== "code 0") throw new Error(`${name} ended with ${how}.\n${process.lastLines().join("\n")}`);
    },
    announce: (name, origin) => {
      announced[name] = { origin, pid: process.pid };
      writeDown();
    },
    addresses,
    stop: async () => {
      stopping.abort(new Error("The set is stopping."));
      const lasting = new Set(parts.filter((part) => part.stopsLast).map((part) => part.name));
      await stopThose((name) => !lasting.has(name));
      await stopThose((name) => lasting.has(name));
      await written;
      await removeAddresses(home);
    },
  };
}

function addressesOf(parts: readonly Part[], living: ReadonlyMap<SpawnedProcess, string>): Addresses {
  const pids = new Map([...living].map(([process, name]) => [name, process.identity.pid]));
  return Object.fromEntries(
    parts.flatMap(({ name, origins }) => {
      const pid = pids.get(name);
      return pid === undefined
        ? []
        : Object.entries(origins).map(([part, origin]) => [part, { origin, pid }]);
    }),
  );
}
