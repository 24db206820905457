import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";

import { listChildren } from "./read-cpu";

const EVERY_MS = 50;
/** Looks at what is idle: a second of them. */
const IDLE_LOOKS = 20;

/**
 * The most that a process and everything it had started held while `work` ran, over what they held before: MB. Before is
 * the least of a second, so that what was just left over does not count as idle. NaN where there is no /proc.
 */
export async function watchMemory(pid: number, work: () => Promise<void>): Promise<number> {
  if (process.platform !== "linux") return work().then(() => Number.NaN);
  const pids = [pid, ...listChildren(pid)];
  const idle: number[] = [];
  for (let look = 0; look < IDLE_LOOKS; look += 1) {
    idle.push(await readResidentMb(pids));
    await wait(EVERY_MS);
  }
  let peak = 0;
  const looking = setInterval(() => {
    void readResidentMb(pids).then((size) => (peak = Math.max(peak, size)));
  }, EVERY_MS);
  try {
    await work();
  } finally {
    clearInterval(looking);
  }
  return peak - Math.min(...idle);
}

async function readResidentMb(pids: number[]): Promise<number> {
  const sizes = await Promise.all(pids.map(readResidentKb));
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}

async function readResidentKb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0);
}
