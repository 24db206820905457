import type { Db } from "~/kysely/database";
import { writeLine } from "~/log/write-line";

import { readPulses } from "./read-pulses";
import type { Standing } from "./read-pulses";

/** Half of it is what a change waits on average before it is told. */
const TICK_MS = 500;
/** The database is asked less and less often while it does not answer. */
const MAX_TICK_MS = 8_000;

/** Told how its own user's things stand, and of nobody else; undefined when the user is gone. */
type Listener = (standing: Standing | undefined) => void;

export interface Watch {
  /** How many listeners a user has. */
  count: (userId: string) => number;
  /** @returns what ends it. */
  add: (userId: string, listener: Listener) => () => void;
}

/** Looks for changes for everyone who listens: one query a tick for all of them, and none while there is nobody. */
export function keepWatch(openDb: () => Db, tickMs = TICK_MS): Watch {
  const listeners = new Map<string, Set<Listener>>();
  let isLooking = false;
  let misses = 0;

  async function look(): Promise<void> {
    // Who comes while we read waits for the next look: this one may be older than their press.
    const asked = [...listeners].flatMap(([userId, those]) =>
      [...those].map((listener) => ({ userId, listener })),
    );
    try {
      const standings = await readPulses(openDb(), [...listeners.keys()]);
      misses = 0;
      for (const { userId, listener } of asked) {
        if (listeners.get(userId)?.has(listener)) listener(standings.get(userId));
      }
    } catch (error) {
      misses += 1;
      if (misses === 1) writeLine({ level: "error", message: "live: the database did not answer", error });
    }
  }

  async function lookOn(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    while (listeners.size > 0) {
      await look();
      await pause(Math.min(MAX_TICK_MS, tickMs * 2 ** misses));
    }
    isLooking = false;
  }

  return {
    count: (userId) => listeners.get(userId)?.size ?? 0,
    add: (userId, listener) => {
      const those = listeners.get(userId) ?? new Set();
      listeners.set(userId, those.add(listener));
      void lookOn();
      return () => {
        those.delete(listener);
        if (those.size === 0 && listeners.get(userId) === those) listeners.delete(userId);
      };
    },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
