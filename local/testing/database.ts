import { randomBytes } from "node:crypto";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { migrateDatabase } from "~/kysely/migrate-database";
import { startNeon } from "../neon/start-neon";
import { startPostgres } from "../postgres/start-postgres";

declare module "vitest" {
  export interface ProvidedContext {
    /** A migrated database of this run alone, as `DATABASE_URL`. */
    databaseUrl: string;
    /** The front before it, as `NEON_LOCAL_PROXY`: host:port. */
    neonProxy: string;
    /** How many histories of purchases are played, and from which seed: vitest.config.ts. */
    histories: number;
    historiesSeed: number;
    /** How often each procedure and door is sent whatever comes to mind: vitest.config.ts. */
    fuzzRuns: number;
  }
}

/** Vitest's global setup: one Postgres with the newest schema for the whole run, gone at its end. Tests `inject` its address. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "likeness-test-"));
  const password = randomBytes(18).toString("base64url");
  const postgres = await startPostgres({
    dir: path.join(folder, "postgres"),
    port: 0,
    password,
    ephemeral: true,
  });
  const neon = await startNeon({ port: 0, postgresPort: postgres.port });
  await migrateDatabase(postgres.url, neon.proxy);

  project.provide("databaseUrl", postgres.url);
  project.provide("neonProxy", neon.proxy);

  return async () => {
    await neon.close();
    await postgres.close();
    await fs.rm(folder, { recursive: true, force: true });
  };
}
