import { applyOperations } from "./apply-operations";
import { endRun } from "./end-run";
import type { Engine } from "./engine";
import { maxAttemptsOf } from "./function-config";
import { failAttempt } from "./fail-attempt";
import type { Answer, SentCall } from "./sdk-answer";
import type { Run } from "./state";

const REFUSED_RETRY_MS = 300;

/** Moves a run on by the answer to one of its requests. Runs in the open transaction; a run that has ended stays so. */
export function driveRun(
  engine: Engine,
  run: Run,
  { sent, answer }: { sent: SentCall; answer: Answer },
): void {
  if (run.ending || !isAwaited(run, sent)) return;

  switch (answer.kind) {
    case "refused":
      waitForApp(engine, run, { sent, message: answer.message });
      return;
    case "threw": {
      const isRetried = failAttempt(engine, run, { sent, answer, failedStepId: sent.stepId });
      if (!isRetried) endRun(engine, run, { status: "Failed", error: answer.error });
      return;
    }
    case "finished":
      endRun(engine, run, { status: "Completed", result: answer.result ?? null });
      return;
    case "operations":
      applyOperations(engine, run, { sent, answer });
  }
}

function isAwaited(run: Run, { stepId }: SentCall): boolean {
  return stepId === null ? run.discovery !== null : run.steps[stepId]?.pending?.kind === "call";
}

/** A leniency of ours: an app that is being restarted costs no attempts for `graceMs`. Inngest would count each one. */
function waitForApp(engine: Engine, run: Run, { sent, message }: { sent: SentCall; message: string }): void {
  const now = Date.now();
  const refusedSince = sent.call.refusedSince ?? now;
  const config = engine.store.state.functions.get(run.functionId)?.config;
  if (now - refusedSince >= engine.settings.graceMs && config) {
    const error = { name: "ConnectionRefused", message };
    const isRetried = failAttempt(engine, run, {
      sent,
      answer: { error, isRetriable: sent.call.attempt + 1 < maxAttemptsOf(config) },
      failedStepId: sent.stepId,
    });
    if (!isRetried) endRun(engine, run, { status: "Failed", error });
    return;
  }
  const call = { ...sent.call, refusedSince, dueAt: now + REFUSED_RETRY_MS };
  engine.store.record(
    sent.stepId === null
      ? { type: "discovery/set", runId: run.id, call }
      : { type: "step/called", runId: run.id, stepId: sent.stepId, call },
  );
}
