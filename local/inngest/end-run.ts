import type { Engine } from "./engine";
import { makeUlid } from "./make-ulid";
import { settleStep } from "./settle-step";
import type { Ending, Run, SdkError } from "./state";

const LIFECYCLE_EVENTS = new Set([
  "inngest/function.finished",
  "inngest/function.failed",
  "inngest/function.cancelled",
]);

/**
 * Ends a run: whoever invoked it gets the outcome, and the lifecycle events go out that `onFailure` listens to.
 * Does nothing to a run that has ended. A request under way is not aborted; its answer will be ignored.
 */
export function endRun(engine: Engine, run: Run, ending: Ending): void {
  if (run.ending) return;
  const { store } = engine;
  store.record({ type: "run/ended", runId: run.id, at: Date.now(), ending });
  engine.log(`${run.functionId} ${ending.status.toLowerCase()} ${run.id}${reasonOf(ending)}`);

  if (run.parent) settleStep(engine, { ...run.parent, memo: memoOf(ending) });
  announce(engine, run, ending);
}

function announce(engine: Engine, run: Run, ending: Ending): void {
  // A handler of failures that fails would otherwise call itself for ever.
  if (LIFECYCLE_EVENTS.has(run.event.name)) return;

  const data = {
    function_id: run.functionId,
    run_id: run.id,
    event: run.event,
    events: [run.event],
    ...(ending.status === "Completed" ? { result: ending.result } : { error: errorOf(ending) }),
    _inngest: { status: ending.status },
  };
  const emit = (name: string) => {
    engine.emit({ id: makeUlid(), name, data, ts: Date.now() });
  };
  emit("inngest/function.finished");
  if (ending.status === "Failed") emit("inngest/function.failed");
  if (ending.status === "Cancelled") emit("inngest/function.cancelled");
}

function memoOf(ending: Ending): unknown {
  return ending.status === "Completed" ? { data: ending.result ?? null } : { error: errorOf(ending) };
}

function errorOf(ending: Exclude<Ending, { status: "Completed" }>): SdkError {
  return ending.status === "Failed" ? ending.error : { name: "FunctionCancelled", message: ending.reason };
}

function reasonOf(ending: Ending): string {
  if (ending.status === "Completed") return "";
  return `: ${ending.status === "Failed" ? ending.error.message : ending.reason}`;
}
