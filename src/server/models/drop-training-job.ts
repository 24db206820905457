import { env } from "~/env";
import type { Db } from "~/kysely/database";
import { cancelJob, deleteWeights, findJob } from "~/server/vendors/together";

/** `kept`: Together has no way to delete what the job wrote. */
export type DroppedJob = "running" | "dropped" | "kept";

/**
 * Leaves nothing of a job at the trainer: one that waits is called off, one that has ended loses what it wrote. One that
 * runs cannot be stopped (Together answers 409), so the caller comes back. Safe to repeat.
 *
 * @throws Failure VENDOR_BUSY, VENDOR_UNAVAILABLE
 */
export async function dropTrainingJob(db: Db, { jobId }: { jobId: string }): Promise<DroppedJob> {
  const outcome = await drop(jobId);
  if (outcome === "running") return outcome;
  await db.updateTable("trainingJob").set({ droppedAt: new Date() }).where("id", "=", jobId).execute();
  return outcome;
}

async function drop(jobId: string): Promise<DroppedJob> {
  const deployment = env.TOGETHER_TRAINER_DEPLOYMENT;
  // Without a deployment there is no one to ask, and nothing of it is left.
  if (!deployment) return "dropped";
  const job = await findJob(deployment, jobId);
  if (!job) return "dropped";
  if (job.status === "pending" || job.status === "running") {
    await cancelJob(deployment, jobId);
    const after = await findJob(deployment, jobId);
    if (after?.status === "pending" || after?.status === "running") return "running";
  }
  const weights = job.outputs?.weights;
  if (!weights) return "dropped";
  return (await deleteWeights(weights)) ? "dropped" : "kept";
}

/** Jobs that ended more than a day ago and of which the trainer may still hold something; at most 100, oldest first. */
export async function listLeftJobs(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom("trainingJob")
    .select("id")
    .where("droppedAt", "is", null)
    .where("createdAt", "<", new Date(Date.now() - 24 * 60 * 60_000))
    .orderBy("createdAt")
    .limit(100)
    .execute();
  return rows.map((row) => row.id);
}
