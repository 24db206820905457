import { expect } from "vitest";

/** `expect.poll` with patience for a machine that is busy with everything else. */
export function eventually<T>(read: () => T) {
  return expect.poll(read, { timeout: 15_000 });
}
