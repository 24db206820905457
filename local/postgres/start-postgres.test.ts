import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs/promises";
import net from "node:net";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isStillRunning } from "../launcher/identify-process";
import { freePort } from "../testing/free-port";
import { readNotes } from "./keep-notes";
import { stopServer } from "./launch-server";
import { isAlive, readPostmaster } from "./read-postmaster";
import { startPostgres } from "./start-postgres";
import type { PostgresOptions, RunningPostgres } from "./start-postgres";

const password = "a-b_c9";
let home: string;
let dir: string;
const running: RunningPostgres[] = [];
const children: ChildProcess[] = [];

beforeEach(async () => {
  home = await fs.mkdtemp(path.join(os.tmpdir(), "likeness-postgres-test-"));
  dir = path.join(home, "postgres");
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await Promise.all(running.splice(0).map((postgres) => postgres.close()));
  const orphan = readPostmaster(path.join(dir, "data"));
  if (orphan) await stopServer(orphan.pid);
  await fs.rm(home, { recursive: true, force: true });
});

test(
  "keeps rows through a restart, takes a new password, and lets in nobody without it",
  { timeout: 90_000 },
  async () => {
    const first = await start({ dir, port: 0, password });
    await run(first.url, "create table row (id int primary key)");
    await run(first.url, "insert into row values (1)");
    expect(await run(first.url, "show fsync")).toEqual([{ fsync: "on" }]);
    expect(await run(first.url, "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
    expect(
      await run(first.url, "select rolsuper, rolcreatedb from pg_roles where rolname = current_user"),
    ).toEqual([{ rolsuper: false, rolcreatedb: true }]);
    await first.close();
    await first.ended;
    expect(isAlive(first.pid)).toBe(false);

    const second = await start({ dir, port: 0, password: "another" });
    expect(second.adopted).toBe(false);
    expect(await run(second.url, "select id from row")).toEqual([{ id: 1 }]);
    await expect(run(first.url.replace(String(first.port), String(second.port)), "select 1")).rejects.toThrow(
      "password",
    );
    await expect(run(second.url.replace("likeness:another", "postgres:"), "select 1")).rejects.toThrow(
      "no pg_hba.conf entry",
    );
    expect((await fs.stat(dir)).mode & 0o777).toBe(0o700);
    expect((await fs.stat(path.join(dir, "data"))).mode & 0o777).toBe(0o700);
  },
);

test(
  "refuses a port that is taken, and a folder that a living process looks after",
  { timeout: 90_000 },
  async () => {
    const taken = net.createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as AddressInfo;
    await expect(start({ dir, port, password })).rejects.toThrow(
      `Port ${String(port)}, meant for Postgres, is taken`,
    );
    taken.close();
    expect(await fs.readdir(dir)).toEqual([]);

    const postgres = await start({ dir, port, password });
    await expect(start({ dir, port, password })).rejects.toThrow(
      `looked after by process ${String(process.pid)}`,
    );
    expect(await run(postgres.url, "select 1 as one")).toEqual([{ one: 1 }]);
  },
);

test(
  "keeps acknowledged rows when main.ts is killed, which stops the server, and when the server is",
  { timeout: 90_000 },
  async () => {
    const ports = { postgres: await freePort(), neon: await freePort() };
    const main = await startMain(ports);
    const url = `postgres://likeness:${password}@localhost:${String(ports.postgres)}/likeness`;
    await run(url, "create table row (id int primary key)");
    await run(url, "insert into row values (1)");
    main.kill("SIGKILL");
    await once(main, "exit");

    const second = await start({ dir, port: ports.postgres, password });
    expect(second.adopted).toBe(false);
    await run(url, "insert into row values (2)");
    process.kill(second.pid, "SIGKILL");
    await second.ended;

    const third = await start({ dir, port: ports.postgres, password });
    expect(third.adopted).toBe(false);
    expect(await run(url, "select id from row order by id")).toEqual([{ id: 1 }, { id: 2 }]);
  },
);

test(
  "adopts a server that nobody looks after, or moves it to the port it is given",
  { timeout: 90_000 },
  async () => {
    const left = await start({ dir, port: 0, password });
    await run(left.url, "create table row (id int primary key)");
    await abandon();
    const adopted = await start({ dir, port: left.port, password });
    expect(adopted).toMatchObject({ adopted: true, port: left.port, pid: left.pid, url: left.url });
    expect(await run(adopted.url, "select id from row")).toEqual([]);

    await abandon();
    const moved = await start({ dir, port: await freePort(), password });
    expect(moved.adopted).toBe(false);
    expect(isAlive(adopted.pid)).toBe(false);
    expect(await run(moved.url, "select id from row")).toEqual([]);
  },
);

test(
  "stops when its process is killed, and main.ts stops it and the front on SIGTERM",
  { timeout: 90_000 },
  async () => {
    const ports = { postgres: await freePort(), neon: await freePort() };
    const killed = await startMain(ports);
    const orphan = readPostmaster(path.join(dir, "data"));
    expect(orphan).toMatchObject({ port: ports.postgres, isReady: true });
    killed.kill("SIGKILL");
    await vi.waitFor(
      () => {
        expect(isAlive(orphan?.pid ?? 0)).toBe(false);
      },
      { timeout: 15_000 },
    );

    const asked = await startMain(ports);
    const server = readPostmaster(path.join(dir, "data"));
    asked.kill("SIGTERM");
    expect(await once(asked, "exit")).toEqual([0, null]);
    expect(isAlive(server?.pid ?? 0)).toBe(false);
    await expect(fetch(`http://localhost:${String(ports.neon)}/__control`)).rejects.toThrow();
  },
);

/** Makes the running server one whose keeper and watcher have both been killed. */
async function abandon(): Promise<void> {
  const notes = readNotes(dir);
  if (!notes?.watcher) throw new Error("There is no server, or nobody watches it.");
  process.kill(notes.watcher.pid, "SIGKILL");
  await vi.waitFor(() => {
    expect(notes.watcher && isStillRunning(notes.watcher)).toBe(false);
  });
  const keeper = { pid: process.pid, started: "long ago" };
  await fs.writeFile(path.join(dir, "processes.json"), JSON.stringify({ ...notes, keeper }));
}

async function start(options: PostgresOptions): Promise<RunningPostgres> {
  const postgres = await startPostgres(options);
  running.push(postgres);
  return postgres;
}

/** Starts main.ts in a process that gets our signals itself, as `tsx main.ts` would not. */
async function startMain(ports: { postgres: number; neon: number }): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", path.join(import.meta.dirname, "main.ts")], {
    env: {
      ...process.env,
      LIKENESS_HOME: home,
      LOCAL_POSTGRES_PORT: String(ports.postgres),
      LOCAL_NEON_PORT: String(ports.neon),
      LOCAL_POSTGRES_PASSWORD: password,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  await said(child, /Neon's front is up/);
  return child;
}

function said(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      if (pattern.test(output)) resolve(output);
    });
    child.once("exit", () => {
      reject(new Error(`ended after saying: ${output}`));
    });
  });
}

async function run(url: string, query: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(query)).rows;
  } finally {
    await client.end();
  }
}
