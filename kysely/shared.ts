import type { Kysely } from "kysely";

import { env } from "~/env";

import { connect } from "./connect";
import { configureNeon } from "./neon";
import type { Database } from "./schema";

configureNeon(env.NEON_LOCAL_PROXY);

/** Ten connections serve a Node process; `next dev` keeps the pool through reloads. */
const MAX_CONNECTIONS = 10;
const held = globalThis as { likenessDb?: Kysely<Database> };

/** The database of Node routes and Inngest functions: one pool a process. Never for what the edge renders. */
export function sharedDb(): Kysely<Database> {
  held.likenessDb ??= connect(env.DATABASE_URL, MAX_CONNECTIONS);
  return held.likenessDb;
}
