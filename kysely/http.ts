import { neon } from "@neondatabase/serverless";
import { Kysely } from "kysely";
import { NeonDialect } from "kysely-neon";

import { env } from "~/env";

import { camelCase } from "./connect";
import { configureNeon } from "./neon";
import type { Database } from "./schema";

configureNeon(env.NEON_LOCAL_PROXY);

/** A database for reading, over Neon's HTTP: one round trip a query, nothing to close, no transactions. */
export function httpDb(): Kysely<Database> {
  return new Kysely<Database>({
    dialect: new NeonDialect({ neon: neon(env.DATABASE_URL) }),
    plugins: [camelCase],
  });
}
