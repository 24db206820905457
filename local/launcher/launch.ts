import { parseOptions } from "./parse-options";
import { prefixLines } from "./prefix-lines";
import { printAddresses } from "./print-addresses";
import { startSet } from "./start-set";

/**
 * Runs a set from a command line until it is told to stop, and ends this process: with code 0 after Ctrl-C or SIGTERM,
 * with 1 and a sentence when the set could not be started.
 *
 * @param root the checkout
 */
export async function launch(args: string[], root: string): Promise<void> {
  const cleanUps: (() => Promise<void>)[] = [];
  let ending: Promise<never> | undefined;

  /** From last to first, once, however often it is asked. */
  const end = (code: number) => (ending ??= runAll(cleanUps).then(() => process.exit(code)));

  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(0));
  // Whoever started us (tsx, the journeys) was killed: nobody is left to stop us.
  process.on("disconnect", () => void end(0));
  process.channel?.unref();

  try {
    const options = parseOptions(args, { root, home: process.env["LIKENESS_HOME"] });
    const log = prefixLines(process.stdout, process.stdout.isTTY && !process.env["NO_COLOR"]);
    const { set, hasDemoUser } = await startSet(options, { root, log, cleanUps });
    for (const line of printAddresses(set, hasDemoUser)) console.log(line);
    console.log(`Ready on http://localhost:${set.ports.app}`);
  } catch (error) {
    if (!ending) console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    await end(1);
  }
}

async function runAll(cleanUps: (() => Promise<void>)[]): Promise<void> {
  for (const cleanUp of cleanUps.reverse()) await cleanUp().catch(console.error);
}
