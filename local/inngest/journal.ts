import fs from "node:fs";
import path from "node:path";

import { applyChange } from "./apply-change";
import type { Change } from "./apply-change";
import type { FunctionConfig } from "./function-config";
import { emptyState } from "./state";
import type { Debounce, Run, State, StoredEvent } from "./state";

/** A line of the file: the changes of one transaction, or everything known when the file was last rewritten. */
type Line = Change[] | { snapshot: Snapshot };

interface Snapshot {
  functions: [string, { app: string; config: FunctionConfig }][];
  events: StoredEvent[];
  runs: Run[];
  seen: [string, number][];
  throttles: [string, number][];
  windows: [string, { until: number; count: number }][];
  debounces: [string, Debounce][];
}

export interface Journal {
  /** Writes one transaction, a JSON array of changes. When this returns, a SIGKILL of this process no longer loses it. */
  append: (line: string) => void;
  /** Replaces the file by one that holds only `state`. */
  compact: (state: State) => void;
  /** Bytes written since the file was last rewritten. */
  size: () => number;
  close: () => void;
}

/**
 * Reads `journal.jsonl` in `dir` into a state and opens it for appending.
 *
 * A last line cut short by a crash is dropped: its transaction was never acknowledged to anybody.
 */
export function openJournal(dir: string): { state: State; journal: Journal } {
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  const file = path.join(dir, "journal.jsonl");
  const state = readState(file);
  let fd = fs.openSync(file, "a", 0o600);
  let size = 0;

  return {
    state,
    journal: {
      append: (line) => {
        // One write: into the kernel's hands as a whole. No fsync: it guards against power cuts, and costs milliseconds a step.
        size += fs.writeSync(fd, `${line}\n`);
      },
      compact: (current) => {
        const temporary = `${file}.new`;
        const replacement = fs.openSync(temporary, "w", 0o600);
        fs.writeSync(replacement, `${JSON.stringify({ snapshot: toSnapshot(current) })}\n`);
        fs.fsyncSync(replacement);
        fs.closeSync(replacement);
        fs.closeSync(fd);
        fs.renameSync(temporary, file);
        fd = fs.openSync(file, "a", 0o600);
        size = 0;
      },
      size: () => size,
      close: () => {
        fs.closeSync(fd);
      },
    },
  };
}

function readState(file: string): State {
  let state = emptyState();
  if (!fs.existsSync(file)) return state;

  const lines = fs.readFileSync(file, "utf8").split("\n");
  for (const [index, text] of lines.entries()) {
    if (text === "") continue;
    const line = parseLine(text);
    if (line === undefined) {
      if (index >= lines.length - 1) break;
      throw new Error(`${file} is damaged at line ${index + 1}. Move it away to start afresh.`);
    }
    if (Array.isArray(line)) for (const change of line) applyChange(state, change);
    else state = fromSnapshot(line.snapshot);
  }
  return state;
}

function parseLine(text: string): Line | undefined {
  try {
    return JSON.parse(text) as Line; // we wrote it, with the types above
  } catch {
    return undefined;
  }
}

function toSnapshot(state: State): unknown {
  return {
    functions: [...state.functions],
    events: [...state.events.values()],
    runs: [...state.runs.values()],
    seen: [...state.seen],
    throttles: [...state.throttles],
    windows: [...state.windows],
    debounces: [...state.debounces],
  };
}

function fromSnapshot(snapshot: Snapshot): State {
  return {
    functions: new Map(snapshot.functions),
    events: new Map(snapshot.events.map((event) => [event.id, event])),
    runs: new Map(snapshot.runs.map((run) => [run.id, run])),
    active: new Set(snapshot.runs.filter((run) => !run.ending).map((run) => run.id)),
    seen: new Map(snapshot.seen),
    throttles: new Map(snapshot.throttles),
    windows: new Map(snapshot.windows),
    debounces: new Map(snapshot.debounces),
  };
}
