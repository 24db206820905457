import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { LocalSet } from "~/local/environment";
import { nextCommand, tsCommand } from "./list-parts";
import type { Parts } from "./list-parts";
import type { Options } from "./parse-options";
import type { Log } from "./prefix-lines";
import type { Supervisor } from "./supervise";

export interface PartsContext {
  set: LocalSet;
  options: Pick<Options, "build" | "seed" | "edge">;
  supervisor: Supervisor;
  log: Log;
}

/**
 * Starts the parts in the order they need each other: database, schema and vendors (while the app is built), then the
 * app, then Inngest, which asks the app for its functions, then the demo user, whose photos set functions off.
 *
 * @returns whether there is a demo user.
 * @throws Error with the last lines of what failed.
 */
export async function startParts(parts: Parts, context: PartsContext): Promise<boolean> {
  const { set, options, supervisor } = context;
  await Promise.all([
    startDatabase(parts, context),
    ...parts.vendors.map((part) => supervisor.start(part)),
    set.mode === "preview" && options.build ? build(context) : undefined,
  ]);
  await Promise.all(parts.apps.map((part) => supervisor.start(part)));
  if (parts.inngest) await supervisor.start(parts.inngest);
  return seedOnce(context);
}

/** As `npm run build:edge` or `npm run build` do it. */
async function build({ options, supervisor }: PartsContext): Promise<void> {
  if (options.edge) return supervisor.run("build", tsCommand("src/edge/build/main.ts"));
  await supervisor.run("build", nextCommand("build"));
  await supervisor.run("build", tsCommand("src/policy/seal.ts"));
}

async function startDatabase({ database }: Parts, { set, supervisor, log }: PartsContext): Promise<void> {
  if (database) await supervisor.start(database);
  if (set.database === "neon") {
    log(
      "launcher",
      "DATABASE_URL is your Neon database: run npm run db:migrate yourself when its schema is behind",
    );
    return;
  }
  await supervisor.run("migrate", tsCommand("kysely/migrate.ts"));
}

/** The demo user is made out of files, pictures and rows of all vendors, so it needs every one of them to be played. */
async function seedOnce({ set, options, supervisor }: PartsContext): Promise<boolean> {
  if (!options.seed || set.real.size > 0) return false;
  const mark = join(set.home, "seeded");
  if (existsSync(mark)) return true;

  await supervisor.run("seed", tsCommand("local/seed/main.ts"));
  await writeFile(mark, `${new Date().toISOString()}\n`);
  return true;
}
