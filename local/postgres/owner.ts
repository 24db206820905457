import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { isAlive } from "./read-postmaster";

/** Notes that this process looks after the server in `folder`. */
export function claim(folder: string): void {
  const unfinished = `${ownerFile(folder)}.new`;
  fs.writeFileSync(unfinished, markOf(process.pid) ?? "", { mode: 0o600 });
  fs.renameSync(unfinished, ownerFile(folder));
}

/** The process that looks after the server in `folder`, or undefined when it died without stopping it. */
export function findOwner(folder: string): number | undefined {
  const mark = fs.existsSync(ownerFile(folder)) ? fs.readFileSync(ownerFile(folder), "utf8") : "";
  const pid = Number.parseInt(mark, 10);
  return mark !== "" && markOf(pid) === mark ? pid : undefined;
}

function ownerFile(folder: string): string {
  return path.join(folder, "owner");
}

/** Names a process beyond doubt: ids are used again, an id with its time of birth is not. */
function markOf(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined;
  if (process.platform === "win32") return String(pid);
  if (process.platform !== "linux") {
    return `${String(pid)} ${execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim()}`;
  }
  // Field 22 of proc_pid_stat(5) is the start time; the name before it may hold spaces, and ends with the last bracket.
  const stat = fs.readFileSync(`/proc/${String(pid)}/stat`, "utf8");
  return `${String(pid)} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? ""}`;
}
