import type { Db } from "~/kysely/database";

import { announceDeletion } from "./drop-files";

/** A deletion takes a second; after this its event is taken for lost. */
const LOST_AFTER_MS = 2 * 60_000;

/** Sends again for files that are still there. Deleting twice does no harm. @returns how many deletions. */
export async function sweepDeletions(db: Db): Promise<number> {
  const lost = await db
    .selectFrom("deletion")
    .select("id")
    .where("finishedAt", "is", null)
    .where("createdAt", "<", new Date(Date.now() - LOST_AFTER_MS))
    .execute();
  for (const { id } of lost) await announceDeletion(id);
  return lost.length;
}
