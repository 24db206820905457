import type { Db } from "~/kysely/database";
import { readEntitlements } from "~/server/users/read-entitlements";

import { announceGeneration } from "./create-generation";
import { finishGeneration } from "./move-generation";
import { giveUpPicture } from "./settle-picture";

/** An event takes milliseconds; after this it is taken for lost. */
const LOST_AFTER_MS = 60_000;

/** Sends again for generations whose event was lost, and gives up the pictures of those past their deadline. @returns how many of each. */
export async function sweepGenerations(db: Db): Promise<{ resent: number; ended: number }> {
  const now = new Date();
  const late = await db
    .selectFrom("generation")
    .select("id")
    .where("status", "!=", "done")
    .where("deadlineAt", "<", now)
    .execute();
  for (const { id: generationId } of late) {
    for (const id of await listQueuedPictures(db, generationId)) {
      await giveUpPicture(db, {
        id,
        status: "failed",
        reason: "This picture took too long and was given up.",
      });
    }
    await finishGeneration(db, { generationId });
  }

  const lost = await db
    .selectFrom("generation")
    .select(["id", "userId"])
    .where("status", "=", "queued")
    .where("createdAt", "<", new Date(now.getTime() - LOST_AFTER_MS))
    .where("deadlineAt", ">=", now)
    .execute();
  for (const { id: generationId, userId } of lost) {
    const entitlements = await readEntitlements(db, userId);
    const pictureIds = await listQueuedPictures(db, generationId);
    await announceGeneration({ generationId, userId, pictureIds, plan: entitlements?.plan ?? "free" });
  }
  return { resent: lost.length, ended: late.length };
}

async function listQueuedPictures(db: Db, generationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("picture")
    .select("id")
    .where("generationId", "=", generationId)
    .where("status", "=", "queued")
    .orderBy("position")
    .execute();
  return rows.map((row) => row.id);
}
