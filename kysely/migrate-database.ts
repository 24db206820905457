import { Migrator } from "kysely";
import ws from "ws";
import { neonConfig } from "@neondatabase/serverless";

import { connect } from "./connect";
import * as models from "./migrations/2026-11-22-1-models";
import * as generations from "./migrations/2026-11-22-2-generations";
import * as billing from "./migrations/2026-11-22-3-billing";
import * as studio from "./migrations/2026-11-22-4-studio";
import * as gallery from "./migrations/2026-11-22-5-gallery";
import * as photos from "./migrations/2026-11-22-7-photos";
import * as privacy from "./migrations/2026-11-22-8-privacy";
import * as rates from "./migrations/2026-11-23-10-rates";
import { configureNeon } from "./neon";

/** In the order of their names, which is the order they run in. */
const migrations = {
  "2026-11-22-1-models": models,
  "2026-11-22-2-generations": generations,
  "2026-11-22-3-billing": billing,
  "2026-11-22-4-studio": studio,
  "2026-11-22-5-gallery": gallery,
  "2026-11-22-7-photos": photos,
  "2026-11-22-8-privacy": privacy,
  "2026-11-23-10-rates": rates,
};

/**
 * Brings a database to the newest schema, over the WebSocket so that a failed run leaves nothing behind.
 * Runs that race take turns.
 *
 * @returns the names of the migrations that ran, oldest first.
 */
export async function migrateDatabase(databaseUrl: string, neonProxy?: string): Promise<string[]> {
  neonConfig.webSocketConstructor = ws;
  configureNeon(neonProxy);
  const db = connect(databaseUrl, 1);
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
    const { error, results } = await migrator.migrateToLatest();
    if (error !== undefined)
      throw new Error("A migration failed; the database is as it was.", { cause: error });
    return (results ?? []).map((result) => result.migrationName);
  } finally {
    await db.destroy();
  }
}
