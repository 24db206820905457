import type { Engine } from "./engine";
import { maxAttemptsOf } from "./function-config";
import type { SentCall } from "./sdk-answer";
import type { Run, SdkError } from "./state";

const MAX_DOUBLINGS = 6;

export interface FailedAnswer {
  error: SdkError;
  isRetriable: boolean;
  retryAfterMs?: number | undefined;
}

/**
 * Notes that an attempt failed and, while attempts are left and trying again may help, has the same request sent again:
 * after what the app asked for (Retry-After), or retryMs doubled with each attempt, up to 64 times.
 *
 * @returns whether it is tried again; if not, the caller says what becomes of the run.
 */
export function failAttempt(
  engine: Engine,
  run: Run,
  { sent, answer, failedStepId }: { sent: SentCall; answer: FailedAnswer; failedStepId: string | null },
): boolean {
  const { attempt } = sent.call;
  const now = Date.now();
  const { name, message, stack } = answer.error;
  engine.store.record({
    type: "attempt/failed",
    runId: run.id,
    stepId: failedStepId,
    failure: { at: now, attempt, error: { name, message, stack } },
  });
  engine.log(`${run.functionId} attempt ${attempt + 1} of ${run.id} failed: ${message}`);

  const config = engine.store.state.functions.get(run.functionId)?.config;
  const maxAttempts = config ? maxAttemptsOf(config) : 0;
  if (!answer.isRetriable || attempt + 1 >= maxAttempts) return false;

  const backoffMs = engine.settings.retryMs * 2 ** Math.min(attempt, MAX_DOUBLINGS);
  const call = { attempt: attempt + 1, dueAt: now + (answer.retryAfterMs ?? backoffMs) };
  engine.store.record(
    sent.stepId === null
      ? { type: "discovery/set", runId: run.id, call }
      : { type: "step/called", runId: run.id, stepId: sent.stepId, call },
  );
  return true;
}
