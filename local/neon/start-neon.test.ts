import { NeonDbError, Pool, neon, neonConfig } from "@neondatabase/serverless";
import type { PoolClient } from "@neondatabase/serverless";
import { Kysely, PostgresDialect } from "kysely";
import { NeonDialect } from "kysely-neon";
import { afterAll, beforeAll, beforeEach, expect, inject, test } from "vitest";
import ws from "ws";
import { configureNeon } from "~/kysely/neon";
import { freshDatabase } from "../postgres/fresh-database";
import type { FreshDatabase } from "../postgres/fresh-database";

neonConfig.webSocketConstructor = ws;
configureNeon(inject("neonProxy"));

interface Tables {
  account: { id: number; owner: string; balance: number };
}

let database: FreshDatabase;
let pool: Pool;
const sql = () => neon(database.url);

beforeAll(async () => {
  database = await freshDatabase(inject("databaseUrl"));
  pool = new Pool({ connectionString: database.url });
  // Dropping the database at the end takes idle connections with it.
  pool.on("error", () => undefined);
  await pool.query(
    "create table account (id int primary key, owner text constraint one_each unique, balance int not null check (balance >= 0))",
  );
});

beforeEach(async () => {
  await pool.query("truncate account");
  await pool.query("insert into account values (1, 'ada', 50), (2, 'bob', 0)");
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

test("gives values the same types over HTTP and over the WebSocket", async () => {
  const query = `select 1::int4 as int, 9007199254740993::int8 as bigint, 12.50::numeric(12, 2) as numeric, 0.5::float8 as float,
    true as bool, null::text as nothing, 'é🦆' as text, '{"a": [1, null]}'::jsonb as json, '\\x00ff'::bytea as bytes,
    '2026-11-22T10:00:00.123456Z'::timestamptz as instant, '2026-11-22'::date as day, '{1,2,null}'::int4[] as ints,
    '{a,"b c"}'::text[] as texts, '0190c1de-0000-7000-8000-000000000000'::uuid as uuid, '1 day'::interval as span`;
  const overHttp = await sql().query(query, [], { fullResults: true });
  const overSocket = await pool.query(query);

  expect(overHttp.rows).toEqual(overSocket.rows);
  expect(overHttp.fields).toEqual(overSocket.fields.map((field) => ({ ...field })));
  expect(overHttp.rows[0]).toMatchObject({
    bigint: "9007199254740993",
    numeric: "12.50",
    json: { a: [1, null] },
    instant: new Date("2026-11-22T10:00:00.123Z"),
    ints: [1, 2, null],
    nothing: null,
  });
});

test("says how many rows a change touched, both ways", async () => {
  const change = "update account set balance = balance + 1";
  const overHttp = await sql().query(change, [], { fullResults: true });
  const overSocket = await pool.query(change);
  expect([overHttp.command, overHttp.rowCount]).toEqual(["UPDATE", 2]);
  expect([overSocket.command, overSocket.rowCount]).toEqual(["UPDATE", 2]);
});

test("Kysely reads over HTTP what it wrote in a transaction over the WebSocket", async () => {
  const socketDb = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: new Pool({ connectionString: database.url }) }),
  });
  const httpDb = new Kysely<Tables>({ dialect: new NeonDialect({ neon: sql() }) });

  await socketDb.transaction().execute(async (trx) => {
    const { balance } = await trx
      .selectFrom("account")
      .select("balance")
      .where("id", "=", 1)
      .forUpdate()
      .executeTakeFirstOrThrow();
    await trx
      .updateTable("account")
      .set({ balance: balance - 20 })
      .where("id", "=", 1)
      .execute();
  });
  await socketDb.destroy();

  expect(await httpDb.selectFrom("account").select("balance").where("id", "=", 1).execute()).toEqual([
    { balance: 30 },
  ]);
});

test("a locked row makes the second transaction wait, and then see what the first one wrote", async () => {
  const first = await pool.connect();
  const second = await pool.connect();
  await first.query("begin");
  await second.query("begin");
  const lock = "select balance from account where id = 1 for update";
  await first.query(lock);
  const waiting = second.query(lock);
  await expect.poll(() => countWaiting()).toBe(1);
  await first.query("update account set balance = 7 where id = 1");
  await first.query("commit");

  expect((await waiting).rows).toEqual([{ balance: 7 }]);
  await second.query("commit");
  first.release();
  second.release();
});

test("rolls back and unlocks when the client dies in mid-transaction", async () => {
  const dying = new Pool({ connectionString: database.url });
  dying.on("error", () => undefined);
  const client = await dying.connect();
  client.on("error", () => undefined);
  await client.query("begin");
  await client.query("update account set balance = 0 where id = 1");
  socketOf(client).terminate();

  const { rows } = await pool.query("select balance from account where id = 1 for update");
  expect(rows).toEqual([{ balance: 50 }]);
});

test.each([
  [
    "a duplicate",
    "insert into account values (3, 'ada', 1)",
    { code: "23505", constraint: "one_each", table: "account" },
  ],
  [
    "a broken rule",
    "update account set balance = -1",
    { code: "23514", table: "account", severity: "ERROR" },
  ],
  ["bad syntax", "selec 1", { code: "42601", position: "1" }],
  ["two statements in one string", "select 1; select 2", { code: "42601" }],
])("names the error of %s in Postgres's words", async (_name, query, error) => {
  await expect(sql().query(query)).rejects.toMatchObject(error);
  await expect(pool.query(query, query.includes(";") ? [1] : [])).rejects.toMatchObject(error);
});

test("carries a parameter of 200 kB and a row of 3 MB, both ways", async () => {
  const long = "ü".repeat(100_000);
  const query = "select $1::text as text, repeat($1::text, 15) as row";
  const overHttp = await sql().query(query, [long]);
  expect(overHttp).toEqual((await pool.query(query, [long])).rows);
  expect(overHttp[0]).toMatchObject({ text: long });
});

test("a batch over HTTP commits whole or not at all", async () => {
  const http = sql();
  const [, after] = await http.transaction([
    http`update account set balance = balance - 20 where id = 1`,
    http`select balance from account where id = 1`,
  ]);
  expect(after).toEqual([{ balance: 30 }]);

  const spendTooMuch = http.transaction([
    http`update account set balance = balance + 40 where id = 2`,
    http`update account set balance = balance - 40 where id = 1`,
  ]);
  await expect(spendTooMuch).rejects.toMatchObject({ code: "23514" });
  expect(await http`select balance from account order by id`).toEqual([{ balance: 30 }, { balance: 0 }]);
});

test("a batch over HTTP runs at the isolation it asks for, and only reads when told so", async () => {
  const http = sql();
  const options = { isolationLevel: "RepeatableRead", readOnly: true } as const;
  const show = http`select current_setting('transaction_isolation') as isolation`;
  expect(await http.transaction([show], options)).toEqual([[{ isolation: "repeatable read" }]]);
  await expect(http.transaction([http`delete from account`], options)).rejects.toMatchObject({
    code: "25006",
  });
});

test("nothing of a session stays for the next HTTP request", async () => {
  const http = sql();
  await http`select set_config('likeness.user', 'ada', false)`;
  await http`begin`;
  expect(await http`select current_setting('likeness.user', true) as user`).not.toEqual([{ user: "ada" }]);
  await expect(http`savepoint s`).rejects.toMatchObject({ code: "25P01" });
});

test("a wrong password is refused as Postgres refuses it, both ways", async () => {
  const url = database.url.replace(/:[^:@]+@/, ":wrong@");
  const refused = {
    code: "28P01",
    message: expect.stringContaining("password authentication failed") as string,
  };
  await expect(neon(url)`select 1`).rejects.toThrow(NeonDbError);
  await expect(neon(url)`select 1`).rejects.toMatchObject(refused);
  await expect(new Pool({ connectionString: url }).query("select 1")).rejects.toMatchObject(refused);
});

async function countWaiting(): Promise<number> {
  const rows =
    await sql()`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return rows.length;
}

/** The WebSocket beneath one of the driver's clients. */
function socketOf(client: PoolClient): ws {
  return (client as unknown as { connection: { stream: { ws: ws } } }).connection.stream.ws;
}
