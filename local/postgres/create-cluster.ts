import fs from "node:fs";
import path from "node:path";
import { runBinary } from "./run-binary";
import type { Workplace } from "./workplace";

/** The server's major version; a folder of another one cannot be opened. */
const MAJOR_VERSION = "18";

/** Only our user, only by password, only from this machine. The superuser cannot log in at all. */
const access = "host all likeness 127.0.0.1/32 scram-sha-256\n";

/**
 * Makes the data folder with user and database `likeness`, unless there is one.
 *
 * Everything happens in `data.new`, renamed at the end, so a crash half way leaves nothing that looks like a database.
 * Like Neon's, the user owns its database and may create more, and is no superuser.
 *
 * @returns whether it was made now.
 * @throws Error when the existing folder belongs to another version of Postgres.
 */
export async function createCluster(workplace: Workplace, password: string): Promise<boolean> {
  if (fs.existsSync(workplace.data)) {
    refuseOtherVersion(workplace.data);
    return false;
  }

  const unfinished = `${workplace.data}.new`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  await runBinary(workplace, {
    binary: workplace.binaries.initdb,
    args: (folder) => [
      ...[
        "--pgdata",
        `${folder}/data.new`,
        "--username",
        "postgres",
        "--auth",
        "reject",
        "--encoding",
        "UTF8",
      ],
      ...["--locale-provider", "builtin", "--builtin-locale", "C.UTF-8", "--locale", "C"],
      ...["--no-sync", "--no-instructions"],
    ],
  });
  fs.writeFileSync(path.join(unfinished, "pg_hba.conf"), access);
  await runSql(workplace, "data.new", [
    `CREATE ROLE likeness LOGIN CREATEDB CREATEROLE PASSWORD '${password}'`,
    "CREATE DATABASE likeness OWNER likeness",
  ]);
  fs.renameSync(unfinished, workplace.data);
  return true;
}

/** Gives the user another password. The server must not be running. */
export async function changePassword(workplace: Workplace, password: string): Promise<void> {
  await runSql(workplace, "data", [`ALTER ROLE likeness PASSWORD '${password}'`]);
}

/** Runs statements as the superuser in a server of one, without a port, so no password is needed. */
async function runSql(workplace: Workplace, data: string, statements: string[]): Promise<void> {
  await runBinary(workplace, {
    binary: workplace.binaries.postgres,
    args: (folder) => [
      "--single",
      "-D",
      `${folder}/${data}`,
      "-c",
      "exit_on_error=on",
      "-c",
      "fsync=off",
      "postgres",
    ],
    input: statements.map((statement) => `${statement}\n`).join(""),
  });
}

function refuseOtherVersion(data: string): void {
  const version = fs.readFileSync(path.join(data, "PG_VERSION"), "utf8").trim();
  if (version === MAJOR_VERSION) return;
  throw new Error(
    `${data} was made by Postgres ${version}, this is ${MAJOR_VERSION}. Start with --fresh to empty it.`,
  );
}
