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

/** Opens the state kept in `dir`, tidied: finished runs but the newest 500, and keys older than a day, are let go. */
export function openStore(dir: string): Store {
  const { state, journal } = openJournal(dir);
  let pending: Change[] | null = null;
  let listener: (runIds: ReadonlySet<string>) => void = () => undefined;

  prune(state);
  journal.compact(state);

  const commit = (changes: Change[]) => {
    if (changes.length === 0) return;
    journal.append(changes);
    if (journal.size() > COMPACT_AFTER_BYTES) {
      prune(state);
      journal.compact(state);
    }
    listener(touchedBy(changes));
  };

  return {
    state,
    record: (change) => {
      if (!pending) throw new Error(`${change.type} was recorded outside of a transaction.`);
      pending.push(change);
      applyChange(state, change);
    },
    transact: (work) => {
      if (pending) return work();
      const changes: Change[] = [];
      pending = changes;
      try {
        return work();
      } finally {
        // Also when `work` threw: the changes are in memory already, and the file must not say otherwise.
        pending = null;
        commit(changes);
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

function touchedBy(changes: Change[]): Set<string> {
  const ids = changes.flatMap((change) => {
    if (change.type === "run/queued") return [change.run.id];
    return "runId" in change ? [change.runId] : [];
  });
  return new Set(ids);
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
