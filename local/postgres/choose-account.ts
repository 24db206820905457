import fs from "node:fs";
import os from "node:os";

/** A Unix account, as `child_process` wants it. */
export interface Account {
  uid: number;
  gid: number;
}

/**
 * The account Postgres has to run under, or undefined for our own.
 *
 * Postgres refuses to run as root. Then it runs as whoever owns the files of an earlier run, else as `nobody`.
 *
 * @throws Error when we are root and the machine has no account named nobody, or our own account has no name.
 */
export function chooseAccount(folder: string): Account | undefined {
  if (process.getuid?.() !== 0) {
    refuseNameless();
    return undefined;
  }

  const stat = fs.statSync(folder, { throwIfNoEntry: false });
  if (stat && stat.uid !== 0) return { uid: stat.uid, gid: stat.gid };

  const entry = fs
    .readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .find(([name]) => name === "nobody");
  if (!entry)
    throw new Error(
      "Postgres does not run as root and there is no account named nobody: start as another user.",
    );
  return { uid: Number(entry[2]), gid: Number(entry[3]) };
}

/** Containers started under a bare number (`docker run --user 12345`) have no such entry, and initdb insists on one. */
function refuseNameless(): void {
  try {
    os.userInfo();
  } catch (cause) {
    const account = String(process.getuid?.());
    throw new Error(`Postgres wants a named account: add one for id ${account} to /etc/passwd.`, { cause });
  }
}
