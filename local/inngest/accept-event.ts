import { endRun } from "./end-run";
import { lastingMs } from "./engine";
import type { Engine } from "./engine";
import { matchesCel } from "./evaluate-cel";
import { queueRun } from "./queue-run";
import { settleStep } from "./settle-step";
import type { Run, StoredEvent } from "./state";

/**
 * Takes an event in: cancels the runs it cancels, wakes the steps that wait for it, then starts the functions it triggers.
 *
 * Runs in the open transaction. An event whose id a function has seen within 24 hours does not start it again.
 */
export function acceptEvent(engine: Engine, stored: StoredEvent): void {
  const { store } = engine;
  const running = [...store.state.active].flatMap((id) => store.state.runs.get(id) ?? []);
  for (const run of running) {
    if (isCancelledBy(engine, run, stored)) {
      endRun(engine, run, { status: "Cancelled", reason: `By ${stored.event.name}.` });
      continue;
    }
    wakeSteps(engine, run, stored);
  }

  for (const { config } of [...store.state.functions.values()]) {
    const isTriggered = config.triggers.some(
      (trigger) =>
        trigger.event !== undefined &&
        matchesName(trigger.event, stored.event.name) &&
        matchesCel(trigger.expression, { event: stored.event }),
    );
    if (isTriggered) queueRun(engine, config, stored);
  }
}

function isCancelledBy(engine: Engine, run: Run, { event }: StoredEvent): boolean {
  const cancels = engine.store.state.functions.get(run.functionId)?.config.cancel ?? [];
  return cancels.some(
    (cancel) =>
      cancel.event === event.name &&
      (!cancel.timeout || Date.now() <= run.queuedAt + lastingMs(engine, cancel.timeout)) &&
      matchesCel(cancel.if, { event: run.event, async: event }),
  );
}

function wakeSteps(engine: Engine, run: Run, { event }: StoredEvent): void {
  for (const step of Object.values(run.steps)) {
    const { pending } = step;
    if (pending?.kind !== "event" || pending.name !== event.name) continue;
    if (!matchesCel(pending.condition, { event: run.event, async: event })) continue;
    settleStep(engine, { runId: run.id, stepId: step.id, memo: event });
  }
}

function matchesName(pattern: string, name: string): boolean {
  return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}
