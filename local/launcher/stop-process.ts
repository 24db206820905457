import { setTimeout as sleep } from "node:timers/promises";

const POLL_MS = 25;

/** Asks a process to end, and after `graceMs` ends it and everything in its group. Resolves when `isGone` says so. */
export async function stopProcess(pid: number, isGone: () => boolean, graceMs: number): Promise<void> {
  if (!isGone()) sendSignal(pid, "SIGTERM");
  await waitFor(isGone, graceMs);
  if (!isGone()) sendSignal(groupOf(pid), "SIGKILL");
  await waitFor(isGone, graceMs);
}

/** Ends what a process that is gone has left behind in its group: after `graceMs`, if it does not go by itself. */
export async function endGroup(leader: number, graceMs: number): Promise<void> {
  const isEmpty = () => !sendSignal(groupOf(leader), 0);
  if (!(await waitFor(isEmpty, graceMs))) sendSignal(groupOf(leader), "SIGKILL");
}

async function waitFor(isDone: () => boolean, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (!isDone() && Date.now() < deadline) await sleep(POLL_MS);
  return isDone();
}

/** Windows knows no groups of processes. */
function groupOf(leader: number): number {
  return process.platform === "win32" ? leader : -leader;
}

/** Returns whether there was anyone to receive it. */
function sendSignal(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
