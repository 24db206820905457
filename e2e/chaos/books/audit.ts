import { sql } from "kysely";
import type { Kysely } from "kysely";

import type { Database } from "~/kysely/schema";

import { findUnfinished } from "../deadlines/find-unfinished";
import type { Breach, Check } from "./check";
import { checkFiles } from "./check-files";
import { checkJobs } from "./check-jobs";
import { ledgerChecks } from "./ledger-checks";
import { rowChecks } from "./row-checks";

/** Breaches that were there before, by their words. */
export type Known = Set<string>;

export function wordsOf({ rule, problem }: Breach): string {
  return `${rule}: ${problem}`;
}

/**
 * Everything that a settled set has to keep: all work over, credits by the rules, each thing once, files and provider's jobs
 * as the rows say.
 */
export async function audit(
  db: Kysely<Database>,
  home: string,
): Promise<{ breaches: Breach[]; orphans: Breach[] }> {
  const rows = await checkRows(db);
  const unfinished = (await findUnfinished(db)).map(({ what, id }) => ({
    rule: "everything is over",
    problem: `${what} ${id}`,
  }));
  const { orphans, missing } = await checkFiles(db, home);
  const jobs = await checkJobs(db, home);
  return { breaches: [...rows, ...unfinished, ...missing, ...jobs], orphans };
}

/** The rules that rows alone can tell of. */
export async function checkRows(db: Kysely<Database>, checks: Check[] = [...ledgerChecks, ...rowChecks]) {
  const breaches: Breach[] = [];
  for (const check of checks) {
    const { rows } = await sql<{ of: string; problem: string }>`${sql.raw(check.sql)}`.execute(db);
    breaches.push(...rows.map(({ of, problem }) => ({ rule: check.name, problem: `${of} ${problem}` })));
  }
  return breaches;
}
