import type { Db } from "~/kysely/database";

import { announceCancellation, failTraining } from "./end-training";
import { announceTraining } from "./start-training";

/** An event takes milliseconds; after this it is taken for lost. */
const LOST_AFTER_MS = 60_000;

/** Sends again for queued trainings whose event was lost, and fails those past their deadline. @returns how many of each. */
export async function sweepTrainings(db: Db): Promise<{ resent: number; ended: number }> {
  const now = new Date();
  const late = await db
    .selectFrom("model")
    .select(["id", "userId", "attempt", "jobId", "datasetKey"])
    .where("status", "in", ["queued", "training"])
    .where("deadlineAt", "<", now)
    .execute();
  for (const model of late) {
    const reason = "The training took too long and was given up. Start it again; nothing was charged.";
    await failTraining(db, { modelId: model.id, attempt: model.attempt, reason });
    await announceCancellation(model);
  }

  const lost = await db
    .selectFrom("model")
    .select(["id", "userId", "attempt"])
    .where("status", "=", "queued")
    .where("queuedAt", "<", new Date(now.getTime() - LOST_AFTER_MS))
    .execute();
  for (const { id: modelId, userId, attempt } of lost) await announceTraining({ modelId, userId, attempt });
  return { resent: lost.length, ended: late.length };
}
