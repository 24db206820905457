import { endRun } from "./end-run";
import type { Engine } from "./engine";
import { failAttempt } from "./fail-attempt";
import { newStep, planStep } from "./plan-step";
import type { Answer, Operation, SentCall } from "./sdk-answer";
import { continueRun, hasPending } from "./settle-step";
import type { Run } from "./state";

type Operations = Extract<Answer, { kind: "operations" }>;

/** Moves a run on by the operations of a 206: steps that ran, failed, were planned or have to be waited for. */
export function applyOperations(
  engine: Engine,
  run: Run,
  { sent, answer }: { sent: SentCall; answer: Operations },
): void {
  const live = answer.operations.filter(({ op }) => op !== "None" && !op.startsWith("Defer"));
  const failed = live.find(({ op }) => op === "StepError");
  if (failed && retryStep(engine, run, { sent, answer, failed })) return;

  const { record } = engine.store;
  if (sent.stepId === null) record({ type: "discovery/set", runId: run.id, call: null });
  record({
    type: "run/answered",
    runId: run.id,
    protocol: answer.protocol,
    parallel: run.parallel || live.length > 1,
  });
  for (const operation of live) planStep(engine, run, operation);

  const finished = live.find(({ op }) => op === "RunComplete");
  if (finished) {
    endRun(engine, run, { status: "Completed", result: finished.data ?? null });
    return;
  }
  goOn(engine, run, { sent, live });
}

/** Notes the failure on the step itself, also when the SDK ran it while finding it, and tries again if that may help. */
function retryStep(
  engine: Engine,
  run: Run,
  { sent, answer, failed }: { sent: SentCall; answer: Operations; failed: Operation },
): boolean {
  if (!run.steps[failed.id]) {
    const step = newStep(failed);
    engine.store.record({ type: "step/planned", runId: run.id, step });
  }
  const error = failed.error ?? { name: "Error", message: "The step failed." };
  return failAttempt(engine, run, {
    sent,
    answer: { error, isRetriable: answer.isRetriable, retryAfterMs: answer.retryAfterMs },
    failedStepId: failed.id,
  });
}

function goOn(engine: Engine, run: Run, { sent, live }: { sent: SentCall; live: Operation[] }): void {
  const isUnanswered = sent.stepId !== null && run.steps[sent.stepId]?.pending?.kind === "call";
  const hasMoved = run.stack.length > sent.stackLength || live.some(({ op }) => op === "DiscoveryRequest");
  if (isUnanswered || (!hasMoved && !hasPending(run))) {
    const error = {
      name: "AnswerError",
      message: "The app answered without saying what became of the step.",
    };
    const isRetried = failAttempt(engine, run, {
      sent,
      answer: { error, isRetriable: true },
      failedStepId: sent.stepId,
    });
    if (!isRetried) endRun(engine, run, { status: "Failed", error });
    return;
  }
  const hasRaced = live.some(({ id }) => run.steps[id]?.race && run.steps[id].settledAt !== undefined);
  const isOutdated = sent.stepId === null && run.stack.length > sent.stackLength;
  continueRun(engine, run, hasRaced || (isOutdated && hasRace(run)));
}

function hasRace(run: Run): boolean {
  return Object.values(run.steps).some((step) => step.race);
}
