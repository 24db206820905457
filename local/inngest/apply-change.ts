import type { FunctionConfig } from "./function-config";
import type { Call, Debounce, Ending, FailedAttempt, Run, State, Step, StoredEvent } from "./state";

/** One thing that happened. The journal is a list of these; replayed in order they give the state back. */
export type Change =
  | { type: "functions/synced"; app: string; functions: FunctionConfig[] }
  | { type: "event/accepted"; event: StoredEvent }
  | { type: "keys/seen"; keys: string[]; at: number }
  | { type: "throttle/moved"; key: string; nextAt: number }
  | { type: "window/counted"; key: string; until: number; count: number }
  | { type: "debounce/held"; key: string; debounce: Debounce }
  | { type: "debounce/released"; key: string }
  | { type: "run/queued"; run: Run }
  | { type: "run/started"; runId: string; at: number }
  | { type: "run/answered"; runId: string; protocol: number; parallel: boolean }
  | { type: "run/ended"; runId: string; at: number; ending: Ending }
  | { type: "discovery/set"; runId: string; call: Call | null; parallel?: boolean }
  | { type: "step/planned"; runId: string; step: Step }
  | { type: "step/called"; runId: string; stepId: string; call: Call }
  | { type: "step/settled"; runId: string; stepId: string; memo: unknown; at: number }
  | { type: "attempt/failed"; runId: string; stepId: string | null; failure: FailedAttempt };

/** Brings `state` up to date with one change. Knows no clock and no chance, so that replaying gives the same state. */
export function applyChange(state: State, change: Change): void {
  switch (change.type) {
    case "functions/synced":
      for (const [id, known] of state.functions) if (known.app === change.app) state.functions.delete(id);
      for (const config of change.functions) state.functions.set(config.id, { app: change.app, config });
      return;
    case "event/accepted":
      state.events.set(change.event.id, change.event);
      return;
    case "keys/seen":
      for (const key of change.keys) state.seen.set(key, change.at);
      return;
    case "throttle/moved":
      state.throttles.set(change.key, change.nextAt);
      return;
    case "window/counted":
      state.windows.set(change.key, { until: change.until, count: change.count });
      return;
    case "debounce/held":
      state.debounces.set(change.key, change.debounce);
      return;
    case "debounce/released":
      state.debounces.delete(change.key);
      return;
    case "run/queued":
      state.runs.set(change.run.id, change.run);
      if (!change.run.ending) state.active.add(change.run.id);
      return;
    default: {
      const run = state.runs.get(change.runId);
      if (run) applyToRun(state, run, change);
    }
  }
}

type RunChange = Extract<Change, { runId: string }>;

function applyToRun(state: State, run: Run, change: RunChange): void {
  switch (change.type) {
    case "run/started":
      run.startedAt = change.at;
      return;
    case "run/answered":
      run.protocol = change.protocol;
      run.parallel = change.parallel;
      return;
    case "run/ended":
      run.endedAt = change.at;
      run.ending = change.ending;
      run.discovery = null;
      for (const step of Object.values(run.steps)) step.pending = null;
      state.active.delete(run.id);
      return;
    case "discovery/set":
      run.discovery = change.call;
      run.parallel = change.parallel ?? run.parallel;
      return;
    case "step/planned":
      run.steps[change.step.id] = change.step;
      return;
    case "attempt/failed":
      (change.stepId === null ? run : run.steps[change.stepId])?.failures.push(change.failure);
      return;
    case "step/called":
    case "step/settled": {
      const step = run.steps[change.stepId];
      if (!step || step.settledAt !== undefined) return;
      if (change.type === "step/called") {
        step.pending = { kind: "call", call: change.call };
        return;
      }
      step.pending = null;
      step.memo = change.memo;
      step.settledAt = change.at;
      run.stack.push(step.id);
    }
  }
}
