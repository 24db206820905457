import type { Kysely } from "kysely";

import { env } from "~/env";

import { connect } from "./connect";
import { configureNeon } from "./neon";
import type { Database } from "./schema";

configureNeon(env.NEON_LOCAL_PROXY);

/** A database for one request's changes, over one WebSocket. The caller destroys it when the request ends. */
export function requestDb(): Kysely<Database> {
  return connect(env.DATABASE_URL, 1);
}
