import { spawn } from "node:child_process";

/**
 * Stops the server `pid` when this process ends, however it ends.
 *
 * A shell waits on a pipe that only we hold open: it closes with us, even after SIGKILL. Not on Windows.
 */
export function stopWithParent(pid: number): void {
  if (process.platform === "win32") return;
  const watcher = spawn("/bin/sh", ["-c", 'read -r _; kill -INT "$0"', String(pid)], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  watcher.unref();
  if ("unref" in watcher.stdin && typeof watcher.stdin.unref === "function") watcher.stdin.unref();
}
