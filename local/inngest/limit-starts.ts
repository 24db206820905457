import { lastingMs } from "./engine";
import type { Engine } from "./engine";
import { evaluateCel } from "./evaluate-cel";
import type { FunctionConfig } from "./function-config";
import type { StoredEvent } from "./state";

const IDEMPOTENCY_MS = 24 * 3_600_000;

/** Whether the function has had this event, or its idempotency key, within 24 hours; notes that it has it now if not. */
export function isRepeated(engine: Engine, config: FunctionConfig, { event }: StoredEvent): boolean {
  const keys = [`${config.id}|event|${event.id}`];
  if (config.idempotency !== undefined) {
    keys.push(`${config.id}|idempotency|${JSON.stringify(evaluateCel(config.idempotency, { event }))}`);
  }
  const now = Date.now();
  const { state, record } = engine.store;
  const isSeen = keys.some((key) => (state.seen.get(key) ?? 0) > now - IDEMPOTENCY_MS);
  if (!isSeen) record({ type: "keys/seen", keys, at: now });
  return isSeen;
}

/**
 * Whether the function's rate limit drops this event; counts it if not.
 *
 * A window opens with the first event and lets `limit` runs through until it closes (Inngest docs,
 * "Rate limiting", read 2026-11-22).
 */
export function isOverRate(engine: Engine, config: FunctionConfig, stored: StoredEvent): boolean {
  if (!config.rateLimit) return false;
  const { limit, period } = config.rateLimit;
  const key = keyOf(config, stored, { what: "rate", expression: config.rateLimit.key });
  const now = Date.now();
  const open = engine.store.state.windows.get(key);
  const window = open && open.until > now ? open : { until: now + lastingMs(engine, period), count: 0 };
  if (window.count >= limit) {
    engine.log(`${config.id} skipped: over its rate limit`);
    return true;
  }
  engine.store.record({ type: "window/counted", key, until: window.until, count: window.count + 1 });
  return false;
}

/**
 * When the function's throttle lets a run start that is queued now, in milliseconds since the epoch.
 *
 * GCRA: `limit` and `burst` runs start at once, then one each `period / limit` (Inngest docs, "Throttling",
 * read 2026-11-22).
 */
export function throttledUntil(engine: Engine, config: FunctionConfig, stored: StoredEvent): number {
  const now = Date.now();
  if (!config.throttle) return now;
  const { limit, period, burst = 0 } = config.throttle;
  const emissionMs = lastingMs(engine, period) / Math.max(limit, 1);
  const key = keyOf(config, stored, { what: "throttle", expression: config.throttle.key });
  const nextAt = Math.max(engine.store.state.throttles.get(key) ?? 0, now) + emissionMs;
  engine.store.record({ type: "throttle/moved", key, nextAt });
  return Math.max(now, nextAt - emissionMs * (limit + burst));
}

/** The value of one of a function's keys for an event, distinct among all functions and uses. */
export function keyOf(
  config: FunctionConfig,
  { event }: StoredEvent,
  { what, expression }: { what: string; expression: string | undefined },
): string {
  const value = expression === undefined ? "" : JSON.stringify(evaluateCel(expression, { event }));
  return `${config.id}|${what}|${value}`;
}
