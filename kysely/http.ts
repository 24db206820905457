import { neon } from "@neondatabase/serverless";
import { Kysely } from "kysely";
import { NeonDialect } from "kysely-neon";

import { env } from "~/env";

import { batchReads } from "./batch-reads";
import { camelCase } from "./connect";
import { configureNeon } from "./neon";
import type { Database } from "./schema";

configureNeon(env.NEON_LOCAL_PROXY);

/**
 * A database for one request's reading, over Neon's HTTP: what is asked for at once travels as one round trip, nothing
 * to close, no changes.
 */
export function httpDb(): Kysely<Database> {
  const sql = neon(env.DATABASE_URL, { fullResults: true });
  return new Kysely<Database>({
    dialect: new NeonDialect({ neon: () => ({ query: batchReads(sql) }) }),
    plugins: [camelCase],
  });
}
