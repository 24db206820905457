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
  { timeout: 30_000 },
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
  { timeout: 30_000 },
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
  "keeps acknowledged rows when everything is killed, and takes over what is left running",
  { timeout: 30_000 },
  async () => {
    const ports = { postgres: await freePort(), neon: await freePort() };
    const parent = await startMain(ports);
    const url = `postgres://likeness:${password}@localhost:${String(ports.postgres)}/likeness`;
    await run(url, "create table row (id int primary key)");
    await run(url, "insert into row values (1)");
    await kill(parent);

    const orphan = readPostmaster(path.join(dir, "data"));
    const adopted = await start({ dir, port: ports.postgres, password });
    expect(adopted).toMatchObject({ adopted: true, port: ports.postgres, pid: orphan?.pid });
    expect(await run(adopted.url, "select id from row")).toEqual([{ id: 1 }]);

    await run(url, "insert into row values (2)");
    process.kill(adopted.pid, "SIGKILL");
    await adopted.ended;
    const recovered = await start({ dir, port: ports.postgres, password });
    expect(recovered.adopted).toBe(false);
    expect(await run(recovered.url, "select id from row order by id")).toEqual([{ id: 1 }, { id: 2 }]);
  },
);

test(
  "moves what is left running to another port, and main.ts stops both on SIGTERM",
  { timeout: 30_000 },
  async () => {
    const ports = { postgres: await freePort(), neon: await freePort() };
    await kill(await startMain(ports));
    const orphan = readPostmaster(path.join(dir, "data"));

    const moved = { postgres: await freePort(), neon: await freePort() };
    const second = await startMain(moved);
    expect(isAlive(orphan?.pid ?? 0)).toBe(false);
    const server = readPostmaster(path.join(dir, "data"));
    expect(server?.port).toBe(moved.postgres);

    second.kill("SIGTERM");
    expect(await once(second, "exit")).toEqual([0, null]);
    expect(isAlive(server?.pid ?? 0)).toBe(false);
    await expect(fetch(`http://localhost:${String(moved.neon)}/__control`)).rejects.toThrow();
  },
);

test("an ephemeral one goes when its process is killed", { timeout: 30_000 }, async () => {
  const script = `import { startPostgres } from ${JSON.stringify(path.join(import.meta.dirname, "start-postgres.ts"))};
    const { pid } = await startPostgres({ dir: ${JSON.stringify(dir)}, port: 0, password: "x", ephemeral: true });
    console.log("pid", pid);
    setInterval(() => undefined, 1000);`;
  const file = path.join(home, "start.mts");
  await fs.writeFile(file, script);
  const child = spawnTsx(file, {});
  const [, pid] = /pid (\d+)/.exec(await said(child, /pid \d+\n/)) ?? [];
  expect(isAlive(Number(pid))).toBe(true);
  await kill(child);
  await vi.waitFor(
    () => {
      expect(isAlive(Number(pid))).toBe(false);
    },
    { timeout: 15_000 },
  );
});

async function start(options: PostgresOptions): Promise<RunningPostgres> {
  const postgres = await startPostgres(options);
  running.push(postgres);
  return postgres;
}

async function startMain(ports: { postgres: number; neon: number }): Promise<ChildProcess> {
  const child = spawnTsx(path.join(import.meta.dirname, "main.ts"), {
    LIKENESS_HOME: home,
    LOCAL_POSTGRES_PORT: String(ports.postgres),
    LOCAL_NEON_PORT: String(ports.neon),
    LOCAL_POSTGRES_PASSWORD: password,
  });
  await said(child, /Neon's front is up/);
  return child;
}

/** In one process: a wrapper would take the signals meant for what it runs. */
function spawnTsx(file: string, environment: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, ["--import", "tsx", file], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
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

async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
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
