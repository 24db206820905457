import type { ListedModel, ModelKind } from "./model-types";

/** What each kind of model is called. */
export const kindNames = {
  instant: "Instant",
  "fine-tuned": "Fine-tuned",
} as const satisfies Record<ModelKind, string>;

const stepWords = {
  preparing: "Preparing your photos",
  packing: "Packing your photos for the trainer",
  training: "Training",
  storing: "Saving your model",
} as const satisfies Record<NonNullable<ListedModel["step"]>, string>;

const usualTime = {
  instant: "Usually under a minute",
  "fine-tuned": "Usually under an hour",
} as const satisfies Record<ModelKind, string>;

type Training = Pick<ListedModel, "kind" | "status" | "step" | "expectedAt">;

/** What a training is doing now, in words. */
export function describeStep({ status, step }: Training): string {
  if (status === "queued" || step === null) return "Waiting to start";
  return stepWords[step];
}

/**
 * How long a training still takes: the trainer's estimate where there is one, otherwise what is usual.
 *
 * @param nowMs milliseconds since the epoch
 */
export function describeTimeLeft({ kind, expectedAt }: Training, nowMs: number): string {
  if (expectedAt === null) return usualTime[kind];
  const seconds = Math.round((expectedAt.getTime() - nowMs) / 1000);
  if (seconds <= 5) return "Almost done";
  if (seconds < 55) return `About ${Math.ceil(seconds / 10) * 10} seconds left`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `About ${count(minutes, "minute")} left`;
  const rest = minutes % 60;
  return `About ${count(Math.floor(minutes / 60), "hour")}${rest > 0 ? ` ${count(rest, "minute")}` : ""} left`;
}

function count(amount: number, unit: string): string {
  return `${amount} ${unit}${amount === 1 ? "" : "s"}`;
}
