import { applyChange } from "./apply-change";
import type { Change } from "./apply-change";
import { openJournal } from "./journal";
import type { State } from "./state";

const KEPT_RUNS = 500;
const KEPT_EVENTS = 1000;
const KEY_LIFETIME_MS = 24 * 3_600_000;
const COMPACT_AFTER_BYTES = 16 * 1024 * 1024;

export interface Store {
  readonly state: State;
  /** Applies a change and remembers it for the journal. Only within `transact`. */
  record: (change: Change) => void;
  /** Runs synchronous `work`; what it records reaches the file as one line, or not at all. Joins an open transaction. */
  transact: <T>(work: () => T) => T;
  /** Called after each transaction with the ids of the runs it touched. */
  onCommit: (listener: (runIds: ReadonlySet<string>) => void) => void;
  close: () => void;
}

interface Pending {
  lines: string[];
  touched: Set<string>;
}

/** Opens the state kept in `dir`, tidied: finished runs but the newest 500, and keys older than a day, are let go. */
export function openStore(dir: string): Store {
  const { state, journal } = openJournal(dir);
  let pending: Pending | null = null;
  let listener: (runIds: ReadonlySet<string>) => void = () => undefined;

  prune(state);
  journal.compact(state);

  const commit = ({ lines, touched }: Pending) => {
    if (lines.length === 0) return;
    journal.append(`[${lines.join(",")}]`);
    if (journal.size() > COMPACT_AFTER_BYTES) {
      prune(state);
      journal.compact(state);
    }
    listener(touched);
  };

  return {
    state,
    record: (change) => {
      if (!pending) throw new Error(`${change.type} was recorded outside of a transaction.`);
      // Written down as it is now: later changes of the same transaction may alter the very objects it holds.
      pending.lines.push(JSON.stringify(change));
      const runId = runOf(change);
      if (runId !== undefined) pending.touched.add(runId);
      applyChange(state, change);
    },
    transact: (work) => {
      if (pending) return work();
      const opened: Pending = { lines: [], touched: new Set() };
      pending = opened;
      try {
        return work();
      } finally {
        // Also when `work` threw: the changes are in memory already, and the file must not say otherwise.
        pending = null;
        commit(opened);
      }
    },
    onCommit: (next) => {
      listener = next;
    },
    close: () => {
      journal.close();
    },
  };
}

function runOf(change: Change): string | undefined {
  if (change.type === "run/queued") return change.run.id;
  return "runId" in change ? change.runId : undefined;
}

function prune(state: State): void {
  const ended = [...state.runs.values()].filter((run) => run.ending);
  ended.sort((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0));
  for (const run of ended.slice(KEPT_RUNS)) state.runs.delete(run.id);

  const events = [...state.events.keys()];
  for (const id of events.slice(0, Math.max(0, events.length - KEPT_EVENTS))) state.events.delete(id);

  const now = Date.now();
  for (const [key, at] of state.seen) if (at < now - KEY_LIFETIME_MS) state.seen.delete(key);
  for (const [key, nextAt] of state.throttles) if (nextAt < now) state.throttles.delete(key);
  for (const [key, window] of state.windows) if (window.until < now) state.windows.delete(key);
}
