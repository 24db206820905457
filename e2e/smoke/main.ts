/**
 * `npm run smoke [-- --port 3000 --home .likeness]`: asks each vendor for one real thing, by the product's own verbs, and
 * spends one picture at most. A vendor whose keys are set is asked for real; the others are those of a running set.
 * Ends with 1 when one of them did not do it.
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";

import { neonConfig } from "@neondatabase/serverless";
import ws from "ws";

import { describeRunningSet } from "~/local/launcher/describe-running-set";
import { findRealVendors } from "~/local/launcher/find-real-vendors";
import { DEFAULT_PORT } from "~/local/ports";

const root = resolve(import.meta.dirname, "../..");
const { values } = parseArgs({
  options: {
    port: { type: "string", default: String(DEFAULT_PORT) },
    home: { type: "string", default: process.env["LIKENESS_HOME"] ?? ".likeness" },
  },
});
const { set, own } = await describeRunningSet(root, values);
const real = findRealVendors(own);
// ~/env parses these as it is imported, and the preload leads the played seller's calls to it.
Object.assign(process.env, set.env);
neonConfig.webSocketConstructor = ws;
await import("~/local/preload/register.mjs");
const { tries } = await import("./tries");

let failed = 0;
for (const { vendor, what, run } of tries) {
  const startedAt = performance.now();
  const told = await run().then(
    (found) => ({ ok: true, words: found }),
    (error: unknown) => ({ ok: false, words: sayWhy(error) }),
  );
  if (!told.ok) failed += 1;
  const ms = `${Math.round(performance.now() - startedAt)} ms`;
  const who = `${vendor} (${real.has(vendor) ? "real" : "played"})`;
  console.log(
    `${told.ok ? "ok    " : "FAILED"}  ${who.padEnd(22)} ${what.padEnd(34)} ${ms.padStart(8)}  ${told.words}`,
  );
}
console.log(failed === 0 ? "\nEvery vendor did its part." : `\n${failed} did not: see docs/operations.md.`);
process.exit(failed === 0 ? 0 : 1);

/** A Failure's own sentence and what the vendor said below it. */
function sayWhy(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
