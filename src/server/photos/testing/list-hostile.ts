import fc from "fast-check";

import { makeBases } from "./make-bases";
import { makeHostile, makeLargest } from "./make-hostile";
import { changes, mutateBytes } from "./mutate-bytes";

/** Fewer files are to be quick: the largest photo takes seconds. */
const LARGEST_FROM = 1000;

export interface HostileFile {
  /** What kind of thing was done. */
  kind: "made by hand" | "cut off" | "mutated";
  name: string;
  bytes: Buffer;
}

/**
 * Hostile files one after another: all that are made by hand, good ones cut off at every so many percent, and then as
 * many mutations of good ones as are left of `count`. The same seed makes the same.
 */
export async function* listHostile(wish: {
  count: number;
  seed: number;
  everyPercent: number;
}): AsyncGenerator<HostileFile> {
  const { count, seed, everyPercent } = wish;
  const bases = await makeBases();
  let left = count;
  for (const [name, bytes] of Object.entries(await makeHostile(bases))) {
    left -= 1;
    yield { kind: "made by hand", name, bytes };
  }
  if (count >= LARGEST_FROM) {
    left -= 1;
    yield {
      kind: "made by hand",
      name: "PNG of as many pixels as a photo may have",
      bytes: await makeLargest(),
    };
  }
  for (const [name, bytes] of Object.entries(bases)) {
    for (let percent = 0; percent < 100; percent += everyPercent) {
      left -= 1;
      const end = Math.floor((bytes.length * percent) / 100);
      yield { kind: "cut off", name: `${name}, at ${percent} %`, bytes: bytes.subarray(0, end) };
    }
  }
  const all = Object.entries(bases);
  const drawn = fc.sample(changes, { seed, numRuns: Math.max(0, left) });
  for (const [at, list] of drawn.entries()) {
    const [name = "", bytes = Buffer.of()] = all[at % all.length] ?? [];
    yield { kind: "mutated", name: `${name}, seed ${seed}, ${at}`, bytes: mutateBytes(bytes, list) };
  }
}
