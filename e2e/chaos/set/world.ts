import type { Kysely } from "kysely";

import type { Database } from "~/kysely/schema";

import { openHandles } from "./handles";
import type { Handles } from "./handles";
import { openBooks } from "./open-books";
import { openSet } from "./open-set";
import type { ChaosSet } from "./open-set";

/** A running set, its database, and the hands on its vendors. */
export interface World {
  set: ChaosSet;
  db: Kysely<Database>;
  handles: Handles;
  home: string;
}

/** What came of a part of the command: lines to print, and what broke a rule. */
export interface Report {
  lines: string[];
  problems: string[];
}

/** Lends a set of its own to `play`. It is kept to be read, when a rule was broken. */
export async function inWorld(
  wish: Parameters<typeof openSet>[0],
  play: (world: World) => Promise<Report>,
): Promise<Report> {
  const set = await openSet(wish);
  const db = openBooks();
  let isClean = false;
  try {
    const report = await play({ set, db, handles: openHandles(set), home: set.home });
    isClean = report.problems.length === 0;
    return report;
  } finally {
    await db.destroy();
    await set.close(!isClean);
    if (!isClean) console.error(`The set's log and state are kept in ${set.home}.`);
  }
}
