import { env } from "~/env";
import type { Db } from "~/kysely/database";
import { Failure } from "~/server/errors";
import { readJob } from "~/server/vendors/together";

/** The trainer's share of the bar: preparing comes before it, storing after. */
const FROM_PERCENT = 10;
const TO_PERCENT = 95;

export type TrainingOutcome = { status: "running" } | { status: "done"; weightsUrl: string };

/**
 * Asks the trainer how a job stands and shows it on the model's page.
 *
 * @throws Failure INVALID when the job failed, with the trainer's reason; VENDOR_BUSY.
 */
export async function checkTraining(
  db: Db,
  training: { modelId: string; attempt: number; jobId: string },
): Promise<TrainingOutcome> {
  const job = await readJob(deployment(), training.jobId);
  if (job.status === "failed" || job.status === "canceled")
    throw new Failure("INVALID", failureOf(job.info?.error));
  if (job.status === "done") {
    const weightsUrl = job.outputs?.weights;
    if (!weightsUrl) throw new Failure("INVALID", failureOf("it left no weights"));
    return { status: "done", weightsUrl };
  }

  const { progress = 0, eta_seconds: etaSeconds } = job.info ?? {};
  await db
    .updateTable("model")
    .set({
      step: "training",
      progressPercent: Math.round(FROM_PERCENT + progress * (TO_PERCENT - FROM_PERCENT)),
      expectedAt: etaSeconds === undefined ? null : new Date(Date.now() + etaSeconds * 1000),
    })
    .where("id", "=", training.modelId)
    .where("attempt", "=", training.attempt)
    .where("status", "=", "training")
    .execute();
  return { status: "running" };
}

function deployment(): string {
  if (env.TOGETHER_TRAINER_DEPLOYMENT) return env.TOGETHER_TRAINER_DEPLOYMENT;
  throw new Failure("VENDOR_UNAVAILABLE", "Fine-tuned models are not offered here. Choose an Instant model.");
}

function failureOf(reason: string | undefined): string {
  const because = reason ? `: ${reason.replace(/\.$/, "")}` : "";
  return `The trainer could not make a model from these photos${because}. Your fine-tuning is given back. Change the photos or try again.`;
}
