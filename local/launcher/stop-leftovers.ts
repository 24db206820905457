import { isStillRunning } from "./identify-process";
import type { ProcessIdentity } from "./identify-process";
import { stopProcess } from "./stop-process";

/** Parts notice within a second that their launcher is gone; this leaves the database time to close its files. */
const GRACE_MS = 5_000;

/**
 * Stops what an earlier launcher, which was killed, has left running. Processes that merely have the same pid are left alone.
 *
 * @returns how many there were.
 */
export async function stopLeftovers(leftovers: readonly ProcessIdentity[]): Promise<number> {
  const running = leftovers.filter(isStillRunning);
  await Promise.all(
    running.map((process) => stopProcess(process.pid, () => !isStillRunning(process), GRACE_MS)),
  );
  return running.length;
}
