import type { FunctionConfig } from "./function-config";

/** An event as functions see it. `ts` is milliseconds since the epoch. */
export interface InngestEvent {
  id: string;
  name: string;
  data: Record<string, unknown>;
  ts: number;
  [extra: string]: unknown;
}

/** An event as it came in: `id` is ours, `event.id` the sender's where there was one. */
export interface StoredEvent {
  id: string;
  event: InngestEvent;
  receivedAt: number;
}

export interface SdkError {
  name: string;
  message: string;
  stack?: string | undefined;
}

/** An attempt that went wrong, `at` in milliseconds since the epoch. */
export interface FailedAttempt {
  at: number;
  attempt: number;
  error: SdkError;
}

/** A request that has to be sent to the app: now, or at `dueAt`. `refusedSince`: nobody has been listening since then. */
export interface Call {
  attempt: number;
  dueAt: number;
  refusedSince?: number | undefined;
}

/** What a step waits for. */
export type Pending =
  | { kind: "call"; call: Call }
  | { kind: "sleep"; dueAt: number }
  | { kind: "event"; name: string; condition?: string | undefined; dueAt: number }
  | { kind: "run"; runId: string; dueAt?: number | undefined };

export interface Step {
  /** The SDK's hash of the step's id. */
  id: string;
  name: string;
  op: string;
  plannedAt: number;
  pending: Pending | null;
  failures: FailedAttempt[];
  /** True for a step of a race: the function is asked again as soon as this one settles. */
  race?: boolean;
  settledAt?: number;
  /** What the SDK gets back for this step; meaningful once `settledAt` is set. */
  memo?: unknown;
}

export type RunStatus = "Queued" | "Running" | "Completed" | "Failed" | "Cancelled";

export type Ending =
  | { status: "Completed"; result: unknown }
  | { status: "Failed"; error: SdkError }
  | { status: "Cancelled"; reason: string };

export interface Run {
  id: string;
  functionId: string;
  event: InngestEvent;
  /** Our id of the event that started it. */
  eventId: string;
  queuedAt: number;
  startedAt?: number;
  endedAt?: number;
  ending?: Ending;
  /** Seconds by which it may overtake (or, negative, has to let pass) runs queued at the same time. */
  prioritySeconds: number;
  singletonKey?: string | undefined;
  /** The SDK's version of the protocol; -1 until its first answer. */
  protocol: number;
  /** While steps run side by side the SDK must not run one on discovery. */
  parallel: boolean;
  /** The request that finds out what comes next, or null while steps are pending. */
  discovery: Call | null;
  steps: Record<string, Step>;
  /** Ids of settled steps, in the order they settled. */
  stack: string[];
  /** Attempts that threw outside of any step. */
  failures: FailedAttempt[];
  parent?: { runId: string; stepId: string } | undefined;
}

export interface Debounce {
  functionId: string;
  event: StoredEvent;
  dueAt: number;
  /** It is not put off beyond this. */
  latestAt?: number | undefined;
}

/** Everything the executor knows. Only `applyChange` changes it. */
export interface State {
  functions: Map<string, { app: string; config: FunctionConfig }>;
  events: Map<string, StoredEvent>;
  runs: Map<string, Run>;
  /** Ids of runs that have not ended. */
  active: Set<string>;
  /** Idempotency keys and when they were first used. */
  seen: Map<string, number>;
  /** Per throttle key, the theoretical arrival time of the next run (GCRA). */
  throttles: Map<string, number>;
  /** Per rate limit key, the window that is open. */
  windows: Map<string, { until: number; count: number }>;
  debounces: Map<string, Debounce>;
}

/** Where a run stands, in the words of Inngest's REST API. */
export function statusOf(run: Run): RunStatus {
  if (run.ending) return run.ending.status;
  return run.startedAt === undefined ? "Queued" : "Running";
}

/** A state that knows nothing yet. */
export function emptyState(): State {
  return {
    functions: new Map(),
    events: new Map(),
    runs: new Map(),
    active: new Set(),
    seen: new Map(),
    throttles: new Map(),
    windows: new Map(),
    debounces: new Map(),
  };
}
