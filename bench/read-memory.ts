import { readFile } from "node:fs/promises";

import { listChildren } from "./read-cpu";

/** Resident memory of a process and everything it started, MB. NaN where there is no /proc. */
export async function readMemoryMb(pid: number): Promise<number> {
  if (process.platform !== "linux") return Number.NaN;
  const sizes = await Promise.all([pid, ...listChildren(pid)].map(readResidentKb));
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}

async function readResidentKb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0);
}

/**
 * The most that a process and everything it started held while `work` ran, over what they held before: MB. Before is
 * the least of a second, so that what was just left over does not count as idle.
 */
export async function watchMemory(pid: number, work: () => Promise<void>): Promise<number> {
  const idle: number[] = [];
  for (let look = 0; look < 10; look += 1) {
    idle.push(await readMemoryMb(pid));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  let peak = 0;
  const looking = setInterval(() => {
    void readMemoryMb(pid).then((size) => (peak = Math.max(peak, size)));
  }, 100);
  try {
    await work();
  } finally {
    clearInterval(looking);
  }
  return peak - Math.min(...idle);
}
