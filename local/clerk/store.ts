import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { State } from "./state";
import { writeAtomically } from "./write-atomically";

export interface Store {
  /** Changed in place by the routes; `save` makes it last. */
  state: State;
  save: () => void;
}

/**
 * Opens the state kept in a folder, or begins an empty one.
 *
 * @throws Error naming the file when it cannot be read as state.
 */
export function openStore(dir: string): Store {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const path = join(dir, "state.json");
  const state = readState(path);
  return {
    state,
    save: () => {
      writeAtomically(path, JSON.stringify(state, null, 1));
    },
  };
}

const empty: State = { users: {}, clients: {}, tickets: {}, deliveries: {} };

function readState(path: string): State {
  const text = readIfThere(path);
  try {
    const { users, clients, tickets, deliveries } = State.parse(
      text === undefined ? empty : JSON.parse(text),
    );
    return {
      users: bare(users),
      clients: bare(clients),
      tickets: bare(tickets),
      deliveries: bare(deliveries),
    };
  } catch (cause) {
    throw new Error(`${path} is not the local Clerk's state. Move it away to begin anew.`, { cause });
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** Ids come from cookies and paths: a table without a prototype knows nobody called "constructor". */
function bare<Value>(table: Record<string, Value>): Record<string, Value> {
  return Object.assign(Object.create(null) as Record<string, Value>, table); // Object.create's type is any
}
