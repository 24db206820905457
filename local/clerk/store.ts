import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { StoredState } from "./state";
import type { State } from "./state";
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
      const lists = Object.entries(state).map(([name, table]: [string, Map<string, unknown>]) => [
        name,
        [...table.values()],
      ]);
      writeAtomically(path, JSON.stringify(Object.fromEntries(lists), null, 1));
    },
  };
}

function readState(path: string): State {
  const { users, clients, tickets, deliveries } = parseState(path, readIfThere(path));
  return {
    users: new Map(users.map((user) => [user.id, user])),
    clients: new Map(clients.map((client) => [client.id, client])),
    tickets: new Map(tickets.map((ticket) => [ticket.token, ticket])),
    deliveries: new Map(deliveries.map((delivery) => [delivery.id, delivery])),
  };
}

function parseState(path: string, text: string | undefined): StoredState {
  if (text === undefined) return { users: [], clients: [], tickets: [], deliveries: [] };
  try {
    return StoredState.parse(JSON.parse(text));
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
