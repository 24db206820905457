import { setTimeout as sleep } from "node:timers/promises";

const LOOK_EVERY_MS = 15;

/** Looks until there is something. @returns it; undefined when the time is over. What cannot be asked now is asked again. */
export async function waitFor<T>(
  look: () => Promise<T | undefined>,
  withinMs: number,
): Promise<T | undefined> {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    const seen = await look().catch(() => undefined);
    if (seen !== undefined) return seen;
    await sleep(LOOK_EVERY_MS);
  }
  return undefined;
}
