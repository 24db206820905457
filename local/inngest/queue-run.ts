import { endRun } from "./end-run";
import { lastingMs } from "./engine";
import type { Engine } from "./engine";
import { evaluateCel } from "./evaluate-cel";
import type { FunctionConfig } from "./function-config";
import { isOverRate, isRepeated, keyOf, throttledUntil } from "./limit-starts";
import { makeUlid } from "./make-ulid";
import type { Run, StoredEvent } from "./state";

const MAX_PRIORITY_SECONDS = 600;

/**
 * Starts a run of a function for an event, unless the function's idempotency, debounce, rate limit or singleton says
 * otherwise; a throttle puts its first request off.
 *
 * @returns the run's id, or undefined when there is none (yet).
 */
export function queueRun(engine: Engine, config: FunctionConfig, stored: StoredEvent): string | undefined {
  if (isRepeated(engine, config, stored)) return undefined;
  if (config.debounce) {
    holdBack(engine, config, stored);
    return undefined;
  }
  return startRun(engine, config, stored);
}

/** As `queueRun`, for an event that a debounce has let go. */
export function startRun(engine: Engine, config: FunctionConfig, stored: StoredEvent): string | undefined {
  if (isOverRate(engine, config, stored)) return undefined;
  return addRun(engine, config, { stored });
}

/** Starts a run for `step.invoke`, whose outcome goes to `parent`. Idempotency, debounce and rate limits are for events. */
export function invokeRun(
  engine: Engine,
  config: FunctionConfig,
  invoked: { stored: StoredEvent; parent?: Run["parent"] },
): string | undefined {
  return addRun(engine, config, invoked);
}

function addRun(
  engine: Engine,
  config: FunctionConfig,
  { stored, parent }: { stored: StoredEvent; parent?: Run["parent"] },
): string | undefined {
  const singletonKey =
    config.singleton && keyOf(config, stored, { what: "singleton", expression: config.singleton.key });
  const earlier = singletonKey === undefined ? [] : activeSingletons(engine, singletonKey);
  if (earlier.length > 0 && config.singleton?.mode === "skip") {
    engine.log(`${config.id} skipped: a singleton is running`);
    return undefined;
  }
  for (const run of earlier)
    endRun(engine, run, { status: "Cancelled", reason: "A newer run took its place." });

  const now = Date.now();
  const run: Run = {
    id: makeUlid(),
    functionId: config.id,
    event: stored.event,
    eventId: stored.id,
    queuedAt: now,
    prioritySeconds: priorityOf(config, stored),
    singletonKey,
    protocol: -1,
    parallel: false,
    discovery: { attempt: 0, dueAt: throttledUntil(engine, config, stored) },
    steps: {},
    stack: [],
    failures: [],
    parent,
  };
  engine.store.record({ type: "run/queued", run });
  engine.log(`${config.id} queued ${run.id} by ${stored.event.name}`);
  return run.id;
}

function holdBack(engine: Engine, config: FunctionConfig, stored: StoredEvent): void {
  if (!config.debounce) return;
  const { period, timeout } = config.debounce;
  const key = keyOf(config, stored, { what: "debounce", expression: config.debounce.key });
  const now = Date.now();
  const latestAt =
    engine.store.state.debounces.get(key)?.latestAt ??
    (timeout ? now + lastingMs(engine, timeout) : undefined);
  const dueAt = Math.min(now + lastingMs(engine, period), latestAt ?? Infinity);
  engine.store.record({
    type: "debounce/held",
    key,
    debounce: { functionId: config.id, event: stored, dueAt, latestAt },
  });
}

function activeSingletons(engine: Engine, singletonKey: string): Run[] {
  const { state } = engine.store;
  return [...state.active].flatMap((id) => {
    const run = state.runs.get(id);
    return run?.singletonKey === singletonKey ? [run] : [];
  });
}

function priorityOf(config: FunctionConfig, { event }: StoredEvent): number {
  const seconds = config.priority?.run === undefined ? 0 : evaluateCel(config.priority.run, { event });
  if (typeof seconds !== "number" || !Number.isFinite(seconds)) return 0;
  return Math.min(Math.max(seconds, -MAX_PRIORITY_SECONDS), MAX_PRIORITY_SECONDS);
}
