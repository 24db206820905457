import type { InngestEvent } from "./state";
import type { Store } from "./open-store";
import { parseDuration } from "./parse-duration";

export interface Settings {
  /** Where the app serves its functions: `http://localhost:3000/api/inngest`. */
  appUrl: string;
  /** Delay before the first retry, in milliseconds; it doubles from there. */
  retryMs: number;
  /** What durations that the app names are multiplied with: 0.1 makes a sleep of 10 s last 1 s. */
  timeScale: number;
  /** How often the app is asked for its functions again, in milliseconds. */
  syncMs: number;
  /** How long an app that refuses connections is waited for before that counts as a failed attempt, in milliseconds. */
  graceMs: number;
  /** Finds each step before it is run, instead of running it as it is found: who watches sees where one begins. */
  plansFirst: boolean;
}

/** What the parts of the executor share. */
export interface Engine {
  store: Store;
  settings: Settings;
  log: (line: string) => void;
  /** Takes in an event of our own making, such as `inngest/function.failed`, within the open transaction. */
  emit: (event: InngestEvent) => void;
}

/** Milliseconds that a duration named by the app lasts here. */
export function lastingMs(engine: Engine, duration: string): number {
  return parseDuration(duration) * engine.settings.timeScale;
}
