import { evaluateCel } from "./evaluate-cel";
import type { ConcurrencyLimit, FunctionConfig } from "./function-config";
import type { InngestEvent } from "./state";

interface Slot {
  key: string;
  limit: number;
}

export interface Slots {
  /** Takes a slot of each of the function's limits, or none and returns undefined. Call what it returns to give them back. */
  take: (config: FunctionConfig, event: InngestEvent) => (() => void) | undefined;
}

/** Counts requests under way: Inngest's concurrency limits those, not runs, so a sleeping run holds no slot. */
export function createSlots(): Slots {
  const taken = new Map<string, number>();
  const move = (slots: Slot[], by: 1 | -1) => {
    for (const { key } of slots) {
      const count = (taken.get(key) ?? 0) + by;
      if (count > 0) taken.set(key, count);
      else taken.delete(key);
    }
  };

  return {
    take: (config, event) => {
      const slots = limitsOf(config).map((limit) => slotOf(config, limit, event));
      if (slots.some(({ key, limit }) => (taken.get(key) ?? 0) >= limit)) return undefined;
      move(slots, 1);
      return () => {
        move(slots, -1);
      };
    },
  };
}

function limitsOf({ concurrency }: FunctionConfig): ConcurrencyLimit[] {
  if (concurrency === undefined) return [];
  const limits = Array.isArray(concurrency) ? concurrency : [concurrency];
  return limits
    .map((limit) => (typeof limit === "number" ? { limit } : limit))
    .filter(({ limit }) => limit > 0);
}

function slotOf(
  config: FunctionConfig,
  { limit, key, scope = "fn" }: ConcurrencyLimit,
  event: InngestEvent,
): Slot {
  const owner = scope === "fn" ? config.id : scope;
  const value = key === undefined ? "" : JSON.stringify(evaluateCel(key, { event }));
  return { key: `${owner}|${key ?? ""}|${value}`, limit };
}
