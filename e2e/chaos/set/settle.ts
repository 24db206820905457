import type { Kysely } from "kysely";

import type { Database } from "~/kysely/schema";

import { checkFiles } from "../books/check-files";
import { findUnfinished } from "../deadlines/find-unfinished";
import type { Handles } from "./handles";
import { passTime } from "./pass-time";
import { waitFor } from "./wait-for";

/** How long a set may work before that counts as standing still. */
const IDLE_WITHIN_MS = 90_000;
/** The sweep's own pace is two minutes; more at once saves sweeps while nothing is due. */
const STEP_MINUTES = 3;
const LONG_STEP_MINUTES = 10;
/** Past the longest deadline, of a fine-tuning, by more than the grace. */
const MOST_MINUTES = 230;
/** Storage may know a file this long before its row exists. */
const NIGHT_HOURS = 25;

export interface Settled {
  /** Simulated minutes until everything was over. */
  minutes: number;
  /** What was not over five minutes after its deadline, in words. */
  late: string[];
  /** How many files the night found that no row pointed at. */
  orphans: number;
}

/** Waits until nothing moves any more, and lets time pass and the sweep run until everything is over; then comes the night. */
export async function settle(world: {
  db: Kysely<Database>;
  handles: Handles;
  home: string;
  /** Between two sweeps; when left out, more and more. */
  stepMinutes?: number;
}): Promise<Settled> {
  const { db, handles, home } = world;
  const late = new Set<string>();
  let minutes = 0;
  await waitUntilIdle(handles);
  for (;;) {
    const unfinished = await findUnfinished(db);
    for (const row of unfinished) if (row.isLate) late.add(`${row.what} ${row.id}`);
    if (unfinished.length === 0 || minutes > MOST_MINUTES) break;
    const step = world.stepMinutes ?? (minutes < 30 ? STEP_MINUTES : LONG_STEP_MINUTES);
    await passTime(db, step);
    minutes += step;
    await sweep(handles);
  }

  const { orphans } = await checkFiles(db, home);
  if (orphans.length > 0) await night(world);
  return { minutes, late: [...late], orphans: orphans.length };
}

/** Runs the sweep as its timer would, and waits for what it sets off. */
export async function sweep(handles: Handles): Promise<void> {
  await handles.invoke("sweep-stalled");
  await waitUntilIdle(handles);
}

async function night({ db, handles }: { db: Kysely<Database>; handles: Handles }): Promise<void> {
  await passTime(db, NIGHT_HOURS * 60);
  await handles.ageFiles(NIGHT_HOURS * 60 * 60_000);
  await handles.invoke("keep-nightly");
  await waitUntilIdle(handles);
}

/** Waits until the executor has no run that is not over. */
export async function waitUntilIdle(handles: Handles, withinMs = IDLE_WITHIN_MS): Promise<boolean> {
  const isIdle = await waitFor(
    async () => ((await handles.readSteps()).active === 0 ? true : undefined),
    withinMs,
  );
  return isIdle ?? false;
}
