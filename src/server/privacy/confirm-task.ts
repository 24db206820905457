import type { Db } from "~/kysely/database";
import { Failure } from "~/server/errors";
import { dropTrainingJob } from "~/server/models/drop-training-job";
import { deleteClerkUser, endSessions } from "~/server/vendors/clerk";
import { endSubscription, readSubscription } from "~/server/vendors/lemonsqueezy";
import { isEnded } from "~/server/vendors/lemonsqueezy-objects";
import type { ErasureTaskKind } from "~/kysely/schema";

import { deleteDroppedFiles } from "./delete-dropped-files";

interface Confirmation {
  /** False while the provider is still at it: ask again later. */
  isConfirmed: boolean;
  /** For the receipt. */
  remark?: string;
}

/**
 * Has a provider do one thing of an erasure, and notes its confirmation, or why there is none yet. Safe to repeat.
 *
 * @returns whether it is confirmed.
 * @throws Failure as the provider's; the task stays open.
 */
export async function confirmTask(db: Db, input: { taskId: string }): Promise<boolean> {
  const task = await db
    .selectFrom("erasureTask")
    .select(["id", "kind", "ref", "confirmedAt"])
    .where("id", "=", input.taskId)
    .executeTakeFirst();
  if (!task || task.confirmedAt) return true;

  try {
    const { isConfirmed, remark = null } = await confirm[task.kind](db, task.ref);
    if (isConfirmed) await note(db, task.id, { confirmedAt: new Date(), problem: null, remark });
    return isConfirmed;
  } catch (error) {
    const problem = error instanceof Failure ? error.message : "Something went wrong on our side.";
    await note(db, task.id, { problem });
    throw error;
  }
}

const confirm: Record<ErasureTaskKind, (db: Db, ref: string) => Promise<Confirmation>> = {
  sessions: async (_, userId) => {
    await endSessions(userId);
    return { isConfirmed: true };
  },
  account: async (_, userId) => {
    await deleteClerkUser(userId);
    return { isConfirmed: true };
  },
  files: async (db, deletionId) => {
    await deleteDroppedFiles(db, { deletionIds: [deletionId] });
    return { isConfirmed: true };
  },
  job: async (db, jobId) => {
    const outcome = await dropTrainingJob(db, { jobId });
    if (outcome === "running") return { isConfirmed: false };
    if (outcome === "dropped") return { isConfirmed: true };
    return { isConfirmed: true, remark: "Together offers no way to delete the trainer's own copy." };
  },
  subscription: async (_, providerId) => {
    if (await isOver(providerId)) return { isConfirmed: true };
    await endSubscription(providerId);
    return { isConfirmed: await isOver(providerId) };
  },
};

async function isOver(providerId: string): Promise<boolean> {
  const subscription = await readSubscription(providerId);
  return !subscription || isEnded(subscription);
}

async function note(
  db: Db,
  id: string,
  change: { confirmedAt?: Date; problem: string | null; remark?: string | null },
): Promise<void> {
  await db.updateTable("erasureTask").set(change).where("id", "=", id).execute();
}
