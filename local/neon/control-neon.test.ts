import { Client, neon, neonConfig } from "@neondatabase/serverless";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import ws from "ws";
import { configureNeon } from "~/kysely/neon";
import { startNeon } from "./start-neon";
import type { NeonFront } from "./start-neon";

neonConfig.webSocketConstructor = ws;
const url = inject("databaseUrl");
let front: NeonFront;

beforeEach(async () => {
  front = await startNeon({ port: 0, postgresPort: Number(new URL(url).port) });
  configureNeon(front.proxy);
});

afterEach(() => front.close());

test("counts queries and batches over HTTP, WebSockets, and round trips over them, apart", async () => {
  const http = neon(url);
  await http`select 1`;
  await http`select 2`;
  await http.transaction([http`select 1`, http`select 2`]);
  await overSocket("select 1", ["select $1::int", [2]]);

  expect(await control()).toMatchObject({
    name: "neon",
    counts: { "POST /sql/query": 2, "POST /sql/batch": 1, "GET /v2": 1, "POST /v2/query": 2 },
  });
  expect(await control({ reset: true })).toMatchObject({ counts: {} });
});

test("holds the query that comes after so many others, and lets it go in its order", async () => {
  const holds = `${front.origin}/__control/holds`;
  const isHeld = async () => ((await (await fetch(holds)).json()) as { isHeld: boolean }).isHeld;
  await fetch(holds, { method: "POST", body: JSON.stringify({ after: 1 }) });
  const client = new Client(url);
  await client.connect();
  expect((await client.query("select 1 as n")).rows).toEqual([{ n: 1 }]);
  const later = client.query("select 2 as n");
  await expect.poll(isHeld).toBe(true);
  await fetch(holds, { method: "DELETE" });
  expect((await later).rows).toEqual([{ n: 2 }]);
  await client.end();
});

test("answers HTTP queries with the faults it is given, then well again", async () => {
  const http = neon(url);
  await control({ faults: [{ on: "sql", kind: "status", status: 503, times: 2 }] });
  await expect(http`select 1`).rejects.toThrow("503");
  await expect(http`select 1`).rejects.toThrow("503");
  expect(await http`select 1 as one`).toEqual([{ one: 1 }]);

  await control({ faults: [{ on: "sql", kind: "drop" }] });
  await expect(http`select 1`).rejects.toThrow("Error connecting to database");
  await control({ faults: [{ on: "sql", kind: "garbage" }] });
  await expect(http`select 1`).rejects.toThrow("JSON");
  await control({ faults: [{ on: "sql", kind: "hang" }] });
  await expect(neon(url, { fetchOptions: { signal: AbortSignal.timeout(100) } })`select 1`).rejects.toThrow(
    "timeout",
  );
  await control({ faults: [{ on: "sql", kind: "delay", ms: 100 }] });
  const from = performance.now();
  expect(await http`select 1 as one`).toEqual([{ one: 1 }]);
  expect(performance.now() - from).toBeGreaterThan(95);
});

test("spoils WebSockets with the faults it is given, then opens them again", async () => {
  for (const fault of [{ kind: "status", status: 500 }, { kind: "drop" }, { kind: "garbage" }]) {
    await control({ faults: [{ on: "connect", ...fault }] });
    await expect(overSocket("select 1"), fault.kind).rejects.toBeDefined();
  }
  await control({ faults: [{ on: "connect", kind: "hang" }] });
  await expect(connectWithin(300)).rejects.toBeDefined();
  await control({ faults: [{ on: "connect", kind: "delay", ms: 20 }] });
  await overSocket("select 1");
});

test("refuses web pages: whatever carries an Origin", async () => {
  const headers = { origin: "http://localhost:3000", "neon-connection-string": url };
  const body = JSON.stringify({ query: "select 1", params: [] });
  expect((await fetch(`${front.origin}/sql`, { method: "POST", headers, body })).status).toBe(403);
  expect((await fetch(`${front.origin}/sql`, { method: "OPTIONS", headers })).status).toBe(403);
  expect((await fetch(`${front.origin}/__control`, { headers })).status).toBe(403);
  expect(await answerToUpgrade("/v2?address=localhost:5432", { origin: "https://example.com" })).toBe(403);
  expect(await answerToUpgrade("/elsewhere", {})).toBe(404);
  expect(await answerToUpgrade("/v2?address=example.com:5432", {})).toBe(101);
});

test("refuses what the driver never sends", async () => {
  const post = (headers: Record<string, string>, body: string) =>
    fetch(`${front.origin}/sql`, { method: "POST", headers, body }).then((response) => response.status);
  const headers = {
    "neon-connection-string": url,
    "neon-raw-text-output": "true",
    "neon-array-mode": "true",
  };
  const query = JSON.stringify({ query: "select 1" });
  expect(await post(headers, query)).toBe(200);
  expect(await post(headers, "{")).toBe(400);
  expect(await post({ ...headers, "neon-connection-string": "nonsense" }, query)).toBe(400);
  expect(await post({ ...headers, "neon-raw-text-output": "false" }, query)).toBe(400);
  const batch = JSON.stringify({ queries: [{ query: "select 1" }] });
  expect(await post({ ...headers, "neon-batch-isolation-level": "Serializable; drop table" }, batch)).toBe(
    400,
  );
});

test("says so when its port is taken or Postgres is not there", async () => {
  await expect(startNeon({ port: front.port, postgresPort: 1 })).rejects.toThrow(/Port \d+.*is taken/);

  const astray = await startNeon({ port: 0, postgresPort: 1 });
  configureNeon(astray.proxy);
  await expect(neon(url)`select 1`).rejects.toThrow("Postgres cannot be reached");
  await expect(overSocket("select 1")).rejects.toBeDefined();
  await astray.close();
});

async function control(request?: unknown): Promise<unknown> {
  const init = request === undefined ? {} : { method: "POST", body: JSON.stringify(request) };
  return (await fetch(`${front.origin}/__control`, init)).json();
}

async function overSocket(...queries: (string | [string, unknown[]])[]): Promise<void> {
  const client = await connectWithin(0);
  for (const query of queries) {
    if (typeof query === "string") await client.query(query);
    else await client.query(...query);
  }
  await client.end();
}

/** A connection over the WebSocket; 0 ms waits for ever. */
async function connectWithin(ms: number): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: ms });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

function answerToUpgrade(path: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const socket = new ws(front.origin.replace("http", "ws") + path, { headers });
    socket.on("unexpected-response", (request, response) => {
      request.destroy();
      resolve(response.statusCode);
    });
    socket.on("upgrade", (response) => {
      resolve(response.statusCode);
    });
    socket.on("open", () => {
      socket.terminate();
    });
    socket.on("error", reject);
  });
}
