import { isMainThread } from "node:worker_threads";

const EVERY_MS = 500;
const GRACE_MS = 4_000;

/**
 * Ends this process when its launcher is gone, SIGKILL included, so that no part outlives its set.
 *
 * Polls the launcher's pid rather than the parent's: Next's workers are grandchildren.
 */
function exitWithLauncher(launcherPid) {
  const timer = setInterval(() => {
    if (isAlive(launcherPid)) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.exit(1), GRACE_MS).unref();
  }, EVERY_MS);
  timer.unref();
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}

const launcherPid = Number(process.env.LOCAL_LAUNCHER_PID);
if (isMainThread && launcherPid > 0) exitWithLauncher(launcherPid);
