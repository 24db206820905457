import type { Db } from "~/kysely/database";

import { announceErasure } from "./open-erasure";

/** An event takes milliseconds, and a run that goes on is not started twice. */
const LOST_AFTER_MS = 2 * 60_000;

/** Starts again what was given up or lost its event: an erasure is tried until every provider has confirmed. @returns how many. */
export async function sweepErasures(db: Db): Promise<number> {
  const open = await db
    .selectFrom("erasure")
    .select("id")
    .where("finishedAt", "is", null)
    .where("createdAt", "<", new Date(Date.now() - LOST_AFTER_MS))
    .execute();
  for (const { id } of open) await announceErasure(id);
  return open.length;
}
