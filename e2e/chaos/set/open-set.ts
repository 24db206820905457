import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describeSet } from "~/local/environment";
import { withoutVendorKeys } from "~/local/launcher/find-real-vendors";
import { findFreePort } from "~/local/launcher/free-ports";
import type { Part } from "~/local/launcher/keep-running";
import { listParts, nextCommand, tsCommand } from "~/local/launcher/list-parts";
import { loadOwnVariables } from "~/local/launcher/load-own-variables";
import { readSecrets } from "~/local/launcher/read-secrets";
import { spawnProcess } from "~/local/launcher/spawn-process";
import type { Command, SpawnedProcess } from "~/local/launcher/spawn-process";
import { waitUntilUp } from "~/local/launcher/wait-until-up";
import type { Ports } from "~/local/ports";
import { isAlive, readPostmaster } from "~/local/postgres/read-postmaster";

import { waitFor } from "./wait-for";

const FIRST_PORT = 4500;
const GRACE_MS = 3_000;
const GONE_WITHIN_MS = 15_000;
const root = join(import.meta.dirname, "../../..");

export const victims = ["app", "inngest", "postgres", "uploadthing", "together"] as const;
export type Victim = (typeof victims)[number];

export interface ChaosSet {
  ports: Ports;
  home: string;
  origin: string;
  /** SIGKILL, as the kernel does it: to the part and all it started. Resolves when it is gone. */
  kill: (name: Victim) => Promise<void>;
  /** Starts a part that was killed, and resolves when it answers. */
  start: (name: Victim) => Promise<void>;
  /** Stops everything; `keep` leaves its folder, with the log, to be read. */
  close: (keep: boolean) => Promise<void>;
}

/**
 * Starts every part with nobody to start it again: who kills one here decides when it comes back. Sets this process's
 * variables too, so import what reads `~/env` afterwards.
 *
 * @param wish `app`: the built product, or its functions alone; `variables`: how the clocks of the vendors go
 */
export async function openSet(wish: {
  app: "next" | "functions";
  build: boolean;
  variables: Record<string, string>;
}): Promise<ChaosSet> {
  const home = await mkdtemp(join(tmpdir(), "likeness-chaos-"));
  const port = await findFreePort(FIRST_PORT);
  const own = withoutVendorKeys(loadOwnVariables(root, "preview"));
  const set = describeSet({ mode: "preview", port, home, secrets: await readSecrets(home), own });
  const env = { ...own, ...set.env, ...wish.variables, LOCAL_LAUNCHER_PID: String(process.pid) };
  Object.assign(process.env, set.env, wish.variables);

  const log = createWriteStream(join(home, "set.log"), { flags: "a" });
  const spawn = (name: string, command: Command) =>
    spawnProcess(command, { cwd: root, env, onLine: (line) => log.write(`${name}: ${line}\n`) });
  const run = async (name: string, command: Command) => {
    const started = spawn(name, command);
    const how = await started.ended;
    if (how !== "code 0") throw new Error(`${name} ended with ${how}.\n${started.lastLines().join("\n")}`);
  };

  const { database, vendors, apps, inngest } = listParts(set, { inngestServer: undefined, edge: false });
  const functions = tsCommand("e2e/chaos/set/serve-functions.ts");
  const served = apps.map((part) => (wish.app === "next" ? part : { ...part, command: functions }));
  const parts = new Map<string, Part>();
  for (const part of [database, ...vendors, ...served, inngest]) if (part) parts.set(part.name, part);
  const living = new Map<string, SpawnedProcess>();

  const start = async (name: string) => {
    const part = parts.get(name);
    if (!part) throw new Error(`The set has no ${name}.`);
    const started = spawn(part.name, part.command);
    living.set(name, started);
    const ended = new AbortController();
    void started.ended.then((how) => {
      ended.abort(new Error(`${name} ended with ${how}.\n${started.lastLines().join("\n")}`));
    });
    await waitUntilUp(part.probes, ended.signal);
  };

  const close = async (keep: boolean) => {
    const last = living.get("postgres");
    await Promise.all(
      [...living.values()].filter((part) => part !== last).map((part) => part.stop(GRACE_MS)),
    );
    await last?.stop(GRACE_MS);
    log.end();
    if (!keep) await rm(home, { recursive: true, force: true });
  };

  try {
    await start("postgres");
    await run("migrate", tsCommand("kysely/migrate.ts"));
    const isBuilt = wish.app === "next" && wish.build;
    await Promise.all([
      ...vendors.map(({ name }) => start(name)),
      isBuilt ? run("build", nextCommand("build")) : undefined,
    ]);
    for (const { name } of served) await start(name);
    await start("inngest");
  } catch (error) {
    await close(true);
    throw error;
  }

  return {
    ports: set.ports,
    home,
    origin: `http://localhost:${set.ports.app}`,
    start,
    kill: async (name) => {
      const part = living.get(name);
      if (!part) throw new Error(`${name} does not run.`);
      living.delete(name);
      // Postgres itself has a group of its own.
      const postmaster = name === "postgres" ? readPostmaster(join(home, "postgres/data"))?.pid : undefined;
      for (const pid of [postmaster, -part.identity.pid]) if (pid !== undefined) process.kill(pid, "SIGKILL");
      await part.ended;
      // One that is still there would keep the next from its data.
      const isGone = () => Promise.resolve(postmaster === undefined || !isAlive(postmaster) || undefined);
      await waitFor(isGone, GONE_WITHIN_MS);
    },
    close,
  };
}
