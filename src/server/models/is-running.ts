import type { ModelStatus } from "~/kysely/schema";

/** Whether a model waits for or is in its training. */
export function isRunning(status: ModelStatus): boolean {
  return status === "queued" || status === "training";
}
