/**
 * Runs the app with every vendor on this machine: `npm run dev` and `npm run preview`.
 *
 * Ends with code 0 after Ctrl-C or SIGTERM, with 1 when the set could not be started.
 */
import { join } from "node:path";
import { parseOptions } from "./launcher/parse-options";
import { prefixLines } from "./launcher/prefix-lines";
import { printAddresses } from "./launcher/print-addresses";
import { startSet } from "./launcher/start-set";

const root = join(import.meta.dirname, "..");
const isColoured = process.stdout.isTTY && !process.env["NO_COLOR"];
const cleanUps: (() => Promise<void>)[] = [];
let isStopping = false;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(0));
// Whoever started us (tsx, the journeys) was killed: nobody is left to stop us.
process.on("disconnect", () => void end(0));
process.channel?.unref();

try {
  const options = parseOptions(process.argv.slice(2), { root, home: process.env["LIKENESS_HOME"] });
  const { set, hasDemoUser } = await startSet(options, {
    root,
    log: prefixLines(process.stdout, isColoured),
    cleanUps,
  });
  for (const line of printAddresses(set, hasDemoUser)) console.log(line);
  console.log(`Ready on http://localhost:${set.ports.app}`);
} catch (error) {
  if (!isStopping) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    await end(1);
  }
}

/** Ends the set from last to first, once, however often it is asked. */
async function end(code: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  for (const cleanUp of cleanUps.reverse()) await cleanUp().catch(console.error);
  process.exit(code);
}
