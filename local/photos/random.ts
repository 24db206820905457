import { createHash } from "node:crypto";

/** A stream of numbers that is always the same for the same seed. */
export interface Random {
  /** At least `low`, below `high`. */
  between: (low: number, high: number) => number;
  /** A whole number from `low` to `high`, both included. */
  whole: (low: number, high: number) => number;
  pick: <const List extends readonly [unknown, ...unknown[]]>(list: List) => List[number];
  /** True with probability `probability`. */
  chance: (probability: number) => boolean;
}

/** Makes a stream from any text: `createRandom("woman 7 hair")`. */
export function createRandom(seed: string): Random {
  let state = createHash("sha256").update(seed).digest().readUInt32LE();
  // mulberry32: small, fast, and even enough for drawing.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    between: (low, high) => low + next() * (high - low),
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (list) => list[Math.floor(next() * list.length)] ?? list[0],
    chance: (probability) => next() < probability,
  };
}
