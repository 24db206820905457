import type { Db } from "~/kysely/database";
import { newId } from "~/server/new-id";
import { readEntitlements } from "~/server/users/read-entitlements";

import { announcePictures } from "./announce-pictures";
import { CLAIM_MS } from "./claim-picture";
import { finishGenerations, isSettled } from "./move-generation";
import { giveUpPicture } from "./settle-picture";

/** An event takes milliseconds; after this it is taken for lost. */
const LOST_AFTER_MS = 60_000;
/** A stalled queue is started again at most once in this time: an event that did arrive may be on its way. */
const RESUME_EVERY_MS = 5 * 60_000;

/**
 * Gives up pictures that are past their time, ends generations that nothing is waited for, and starts queues again that
 * stand still: an event was lost, or the tickets in it were spent on pictures that lost theirs.
 *
 * @returns how many queues it started and pictures it gave up.
 */
export async function sweepGenerations(db: Db): Promise<{ resumed: number; ended: number }> {
  const now = Date.now();
  const late = await listLatePictures(db, now);
  for (const { id } of late) {
    const reason = "This picture took too long and was given up.";
    await giveUpPicture(db, { id, status: "failed", reason });
  }
  await finishGenerations(db, [
    ...late.map(({ generationId }) => generationId),
    ...(await listSettledGenerations(db, now)),
  ]);

  const stalled = await listStalledUsers(db, now);
  for (const { userId, waiting } of stalled) {
    const entitlements = await readEntitlements(db, userId);
    const eventId = `queue-resumed-${userId}-${Math.floor(now / RESUME_EVERY_MS)}`;
    const tickets = Array.from({ length: Number(waiting) }, newId);
    await announcePictures({ userId, tickets, plan: entitlements?.plan ?? "free", eventId });
  }
  return { resumed: stalled.length, ended: late.length };
}

function listLatePictures(db: Db, now: number) {
  return db
    .selectFrom("picture")
    .innerJoin("generation", "generation.id", "picture.generationId")
    .select(["picture.id", "picture.generationId"])
    .where("picture.status", "=", "queued")
    .where((eb) =>
      eb.or([
        eb("picture.claimedAt", "<", new Date(now - CLAIM_MS)),
        eb.and([eb("picture.claimedAt", "is", null), eb("generation.deadlineAt", "<", new Date(now))]),
      ]),
    )
    .execute();
}

/** A step can end between settling its picture and ending the generation. */
async function listSettledGenerations(db: Db, now: number): Promise<string[]> {
  const rows = await db
    .selectFrom("generation")
    .select("id")
    .where("status", "!=", "done")
    .where("createdAt", "<", new Date(now - LOST_AFTER_MS))
    .where(isSettled)
    .execute();
  return rows.map((row) => row.id);
}

/** Users who wait while nothing of theirs is being made. */
function listStalledUsers(db: Db, now: number) {
  return db
    .selectFrom("picture")
    .select("userId")
    .select(({ fn }) => fn.countAll<string>().as("waiting"))
    .where("status", "=", "queued")
    .groupBy("userId")
    .having(({ fn }) => fn.count("claimedAt"), "=", 0)
    .having(({ fn }) => fn.min("createdAt"), "<", new Date(now - LOST_AFTER_MS))
    .execute();
}
