import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { describeSet } from "~/local/environment";
import type { LocalSet } from "~/local/environment";
import { emptyHome } from "./empty-home";
import { withoutVendorKeys } from "./find-real-vendors";
import { findInngestServer } from "./find-inngest-server";
import { refuseTakenPorts } from "./free-ports";
import { listParts } from "./list-parts";
import { loadOwnVariables } from "./load-own-variables";
import { lockCheckout } from "./lock-checkout";
import type { Options } from "./parse-options";
import type { Log } from "./prefix-lines";
import { readSecrets } from "./read-secrets";
import { serveList } from "./serve-list";
import { startParts } from "./start-parts";
import { stopLeftovers } from "./stop-leftovers";
import { supervise } from "./supervise";
import { takeLock } from "./take-lock";
import type { HeldLock } from "./take-lock";

export interface Surroundings {
  /** The checkout. */
  root: string;
  log: Log;
  /** What ends the set again, in the order it was begun: run it from last to first, also when starting failed. */
  cleanUps: (() => Promise<void>)[];
}

export interface RunningSet {
  set: LocalSet;
  hasDemoUser: boolean;
}

/**
 * Starts a whole set: takes its home and its ports, then starts its parts, and resolves when the app answers.
 *
 * @throws Error with a sentence for the developer.
 */
export async function startSet(options: Options, around: Surroundings): Promise<RunningSet> {
  const { root, log, cleanUps } = around;
  const lock = await takeHome(options, around);
  cleanUps.push(await lockCheckout(root, options));

  const loaded = loadOwnVariables(root, options.mode);
  const own = options.allLocal ? withoutVendorKeys(loaded) : loaded;
  const set = describeSet({ ...options, secrets: await readSecrets(options.home), own });
  const parts = listParts(set, {
    inngestServer: set.real.has("inngest") ? undefined : await findInngestServer(root),
    edge: options.edge,
  });
  await refuseTakenPorts(set.ports, ["control", ...parts.ports]);

  const env = { ...own, ...set.env, LOCAL_LAUNCHER_PID: String(process.pid) };
  const supervisor = supervise({ cwd: root, env, home: options.home, lock, log });
  cleanUps.push(supervisor.stop);

  const list = await serveList(set.ports.control, supervisor.addresses);
  cleanUps.push(list.close);
  supervisor.announce("control", list.origin);

  const hasDemoUser = await startParts(parts, { set, options, supervisor, log });
  return { set, hasDemoUser };
}

/** Makes the home ours: nobody else's, nothing of an earlier launcher running in it, and empty when asked. */
async function takeHome({ home, fresh }: Options, { log, cleanUps }: Surroundings): Promise<HeldLock> {
  await mkdir(home, { recursive: true, mode: 0o700 });
  const complaint = `${home} is in use by another set. Stop that one, or give this one its own --home and --port.`;
  const lock = await takeLock(join(home, "launcher.lock"), complaint);
  cleanUps.push(lock.release);

  const count = await stopLeftovers(lock.leftovers);
  if (count > 0) log("launcher", `stopped ${count} processes that an earlier launcher had left running`);
  if (fresh) await emptyHome(home);
  // What is in it afterwards was refused in this run.
  await rm(join(home, "refused.log"), { force: true });
  return lock;
}
