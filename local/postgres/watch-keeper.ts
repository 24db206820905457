import { spawn } from "node:child_process";
import { Socket } from "node:net";

/** A shell that waits for this process to end. */
export interface Watcher {
  pid: number | undefined;
  /** Calls it off, for when the server has been stopped and its id may be another's. */
  callOff: () => void;
}

/**
 * Stops the server `pid` when this process ends, however it ends: a database nobody looks after would hold its port.
 *
 * A shell waits on a pipe that only we hold open: it closes with us, even after SIGKILL. Not on Windows.
 */
export function watchKeeper(pid: number): Watcher {
  if (process.platform === "win32") return { pid: undefined, callOff: () => undefined };

  const shell = spawn("/bin/sh", ["-c", 'read -r _; kill -INT "$0"', String(pid)], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  shell.unref();
  // Node makes such a pipe a socket; it must not keep this process running.
  if (shell.stdin instanceof Socket) shell.stdin.unref();
  return {
    pid: shell.pid,
    callOff: () => {
      shell.kill();
    },
  };
}
