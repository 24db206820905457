import type { Engine } from "./engine";
import type { Run } from "./state";

/** Gives a step that was waited for its value, and moves its run on. Does nothing when it is settled or its run over. */
export function settleStep(engine: Engine, step: { runId: string; stepId: string; memo: unknown }): void {
  const run = engine.store.state.runs.get(step.runId);
  const known = run?.steps[step.stepId];
  if (!run || run.ending || !known || known.settledAt !== undefined) return;

  engine.store.record({ type: "step/settled", ...step, at: Date.now() });
  continueRun(engine, run, known.race === true);
}

/** Asks the function what comes next, once nothing is pending any more, or at once after a step of a race. */
export function continueRun(engine: Engine, run: Run, isRace = false): void {
  if (run.ending || run.discovery) return;
  const isPending = hasPending(run);
  if (isPending && !isRace) return;
  engine.store.record({
    type: "discovery/set",
    runId: run.id,
    call: { attempt: 0, dueAt: Date.now() },
    parallel: isPending,
  });
}

/** Whether any step of the run still waits for something. */
export function hasPending(run: Run): boolean {
  return Object.values(run.steps).some((step) => step.pending !== null);
}
