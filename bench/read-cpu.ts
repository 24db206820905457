import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";

/** Clock ticks a second: Linux has used 100 on every platform that Node runs on. */
const TICKS_PER_SECOND = 100;

/** CPU time that a process and everything it started have used so far, ms. NaN where there is no /proc. */
export async function readCpuMs(pid: number): Promise<number> {
  if (process.platform !== "linux") return Number.NaN;
  const ticks = await Promise.all([pid, ...listChildren(pid)].map(readTicks));
  return (ticks.reduce((sum, each) => sum + each, 0) * 1000) / TICKS_PER_SECOND;
}

/** Fields 14 and 15 of /proc/PID/stat; the name in field 2 may hold spaces. */
async function readTicks(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
}

/** Everything a process has started, at any distance. */
export function listChildren(pid: number): number[] {
  const all = execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const below = (parent: number): number[] =>
    all.flatMap(([child = 0, its]) => (its === parent ? [child, ...below(child)] : []));
  return below(pid);
}
