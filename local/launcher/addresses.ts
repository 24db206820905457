import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { writeFileAtomically } from "./write-file-atomically";

/** Where each part of a running set listens, and its process. Two parts may share one process. */
export const Addresses = z.record(z.string(), z.object({ origin: z.string(), pid: z.number().int() }));
export type Addresses = z.infer<typeof Addresses>;

const fileIn = (home: string) => join(home, "addresses.json");

/** Tells other programs, in HOME/addresses.json, where the parts are. */
export async function writeAddresses(home: string, addresses: Addresses): Promise<void> {
  await writeFileAtomically(fileIn(home), `${JSON.stringify(addresses, null, 2)}\n`);
}

/** Says that nothing runs in a home any more. */
export async function removeAddresses(home: string): Promise<void> {
  await rm(fileIn(home), { force: true });
}

/** The addresses in a home, or undefined when no set runs there. Those of a set that was killed are still there. */
export async function readAddresses(home: string): Promise<Addresses | undefined> {
  const text = await readFile(fileIn(home), "utf8").catch(() => undefined);
  return text === undefined ? undefined : Addresses.parse(JSON.parse(text));
}
