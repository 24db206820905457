import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { neonConfig, Pool } from "@neondatabase/serverless";
import { v7 } from "uuid";
import ws from "ws";

import { connect } from "~/kysely/connect";
import { migrateDatabase } from "~/kysely/migrate-database";
import { startNeon } from "~/local/neon/start-neon";
import { startPostgres } from "~/local/postgres/start-postgres";
import { postEntry } from "~/server/credits/post-entry";

import { held, percentile } from "../measurement";
import type { Entry } from "../measurement";

const ROUNDS = 7;
const ROUND_MS = 1_500;
const AT_ONCE = 20;
const CONNECTIONS = 10;
const ENOUGH = 1_000_000_000;

type Spend = (userId: string) => Promise<unknown>;

/** Spends of one credit: all on one account, which take turns, and over twenty. */
export const spends: Entry = {
  name: "spends",
  needs: "nothing",
  measure: async () => {
    const dir = await mkdtemp(join(tmpdir(), "likeness-bench-spends-"));
    const password = randomBytes(18).toString("base64url");
    const postgres = await startPostgres({ dir: join(dir, "postgres"), port: 0, password });
    const neon = await startNeon({ port: 0, postgresPort: postgres.port });
    neonConfig.webSocketConstructor = ws;
    await migrateDatabase(postgres.url, neon.proxy);
    const db = connect(postgres.url, CONNECTIONS);
    const pool = new Pool({ connectionString: postgres.url, max: CONNECTIONS });
    try {
      const accounts = await openAccounts(pool, 20);
      const ours: Spend = (userId) =>
        postEntry(db, { userId, amount: -1, reason: "generation", ref: v7(), note: "1 picture of Ada" });
      const byHand: Spend = (userId) => spendByHand(pool, userId);
      return {
        "spends.one": await compare({ ours, byHand, accounts: accounts.slice(0, 1) }),
        "spends.twenty": await compare({ ours, byHand, accounts }),
      };
    } finally {
      await db.destroy();
      await pool.end();
      await neon.close();
      await postgres.close();
      await rm(dir, { recursive: true, force: true });
    }
  },
};

/** Rounds take turns, so that whatever else the machine does meets both. */
async function compare(run: { ours: Spend; byHand: Spend; accounts: readonly string[] }) {
  const { ours, byHand, accounts } = run;
  await spendsPerSecond(ours, accounts);
  await spendsPerSecond(byHand, accounts);
  const samples = { ours: [] as number[], byHand: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    samples.ours.push(await spendsPerSecond(ours, accounts));
    samples.byHand.push(await spendsPerSecond(byHand, accounts));
  }
  return held(percentile(samples.ours, 0.5), "per s", {
    name: "the same SQL by hand",
    value: percentile(samples.byHand, 0.5),
  });
}

async function spendsPerSecond(spend: Spend, accounts: readonly string[]): Promise<number> {
  const start = performance.now();
  let done = 0;
  const work = async (worker: number) => {
    for (let turn = worker; performance.now() - start < ROUND_MS; turn += AT_ONCE) {
      await spend(accounts[turn % accounts.length] ?? "");
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, worker) => work(worker)));
  return (done / (performance.now() - start)) * 1000;
}

async function openAccounts(pool: Pool, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => `user_${v7()}`);
  for (const id of ids) {
    await pool.query("insert into app_user (id) values ($1)", [id]);
    await pool.query("insert into credit_account (user_id, balance) values ($1, $2)", [id, ENOUGH]);
  }
  return ids;
}

/** What `postEntry` has to do, without it and without Kysely. */
async function spendByHand(pool: Pool, userId: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const { rows } = await client.query<{ balance: number }>(
      "select balance from credit_account where user_id = $1 for update",
      [userId],
    );
    const after = (rows[0]?.balance ?? 0) - 1;
    await client.query(
      `insert into credit_entry (id, user_id, amount, reason, ref, note, balance_after)
       values ($1, $2, -1, 'generation', $3, '1 picture of Ada', $4) on conflict (reason, ref) do nothing returning id`,
      [v7(), userId, v7(), after],
    );
    await client.query("update credit_account set balance = $1 where user_id = $2", [after, userId]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}
