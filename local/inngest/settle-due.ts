import { endRun } from "./end-run";
import { lastingMs } from "./engine";
import type { Engine } from "./engine";
import { settleStep } from "./settle-step";
import type { Pending, Run } from "./state";

/** Settles every sleep and wait of a run whose time has come, and cancels a run past its own timeouts. */
export function settleDue(engine: Engine, run: Run): void {
  const now = Date.now();
  const { start, finish } = timeoutsOf(engine, run);
  if (start !== undefined && start <= now) {
    endRun(engine, run, { status: "Cancelled", reason: "It did not start in time." });
    return;
  }
  if (finish !== undefined && finish <= now) {
    endRun(engine, run, { status: "Cancelled", reason: "It did not finish in time." });
    return;
  }
  for (const step of Object.values(run.steps)) {
    const { pending } = step;
    if (!pending || pending.kind === "call" || (pending.dueAt ?? Infinity) > now) continue;
    settleStep(engine, { runId: run.id, stepId: step.id, memo: memoWhenDue(pending) });
  }
}

/** When something of this run falls due other than a request, in milliseconds since the epoch; Infinity for never. */
export function nextDueOf(engine: Engine, run: Run): number {
  const { start, finish } = timeoutsOf(engine, run);
  const waits = Object.values(run.steps).map(({ pending }) =>
    pending && pending.kind !== "call" ? (pending.dueAt ?? Infinity) : Infinity,
  );
  return Math.min(start ?? Infinity, finish ?? Infinity, ...waits);
}

function timeoutsOf(engine: Engine, run: Run): { start?: number | undefined; finish?: number | undefined } {
  const timeouts = engine.store.state.functions.get(run.functionId)?.config.timeouts;
  if (run.startedAt === undefined) {
    return { start: timeouts?.start ? run.queuedAt + lastingMs(engine, timeouts.start) : undefined };
  }
  return { finish: timeouts?.finish ? run.startedAt + lastingMs(engine, timeouts.finish) : undefined };
}

function memoWhenDue(pending: Pending): unknown {
  if (pending.kind !== "run") return null;
  return {
    error: { name: "InngestInvokeTimeoutError", message: "The invoked function did not finish in time." },
  };
}
