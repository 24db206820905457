import fs from "node:fs";
import path from "node:path";

/** What a server writes of itself into `postmaster.pid`. */
export interface Postmaster {
  pid: number;
  port: number;
  isReady: boolean;
}

/** The server that runs on this data folder, or undefined when none does; a file left by a dead one counts as none. */
export function readPostmaster(data: string): Postmaster | undefined {
  // Lines as of Postgres 18 (miscadmin.h): pid, folder, start, port, socket folder, address, shared memory, status.
  const lines = readLines(path.join(data, "postmaster.pid"));
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined;
  return { pid, port, isReady: lines[7]?.trim() === "ready" };
}

/** Whether a process of this id exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function readLines(file: string): string[] {
  try {
    return fs.readFileSync(file, "utf8").split("\n");
  } catch {
    return [];
  }
}
