import { shrink, whole } from "./grey";
import type { Crop, Grey } from "./grey";

/** What is left of a photo that somebody cropped: the middle of it, or one of its corners. */
const crops: readonly Crop[] = [
  { left: 0.03, top: 0.03, width: 0.94, height: 0.94 },
  { left: 0.06, top: 0.06, width: 0.88, height: 0.88 },
  { left: 0.1, top: 0.1, width: 0.8, height: 0.8 },
  ...[0, 0.12].flatMap((left) => [0, 0.12].map((top) => ({ left, top, width: 0.88, height: 0.88 }))),
];

const SIDE = 32;
const KEPT = 8;

/** cos((2x + 1) u pi / 2N) of the discrete cosine transform, by u and x. */
const cosines = Array.from({ length: KEPT + 1 }, (_, u) =>
  Float32Array.from({ length: SIDE }, (__, x) => Math.cos(((2 * x + 1) * u * Math.PI) / (2 * SIDE))),
);

/**
 * The perceptual hashes of a photo, 16 hex digits each: first of the photo as it is, then turned by a quarter, a half and
 * three quarters and mirrored, then of its crops. Two photos are near when the first hash of one is near any of the other's.
 */
export function hashPhoto(grey: Grey): string[] {
  const small = shrink(grey, { width: SIDE, height: SIDE }, whole);
  const quarter = turn(small);
  const half = turn(quarter);
  const turned = [small, quarter, half, turn(half), mirror(small)];
  const cropped = crops.map((crop) => shrink(grey, { width: SIDE, height: SIDE }, crop));
  return [...turned, ...cropped].map(hash);
}

/** In how many of 64 bits the nearest hashes of two photos differ. */
export function distance(a: readonly string[], b: readonly string[]): number {
  const one = (first: string | undefined, others: readonly string[]) =>
    first === undefined ? 64 : Math.min(64, ...others.map((other) => countDifferent(first, other)));
  return Math.min(one(a[0], b), one(b[0], a));
}

function hash({ values }: Grey): string {
  const coefficients = transform(values);
  const median = coefficients.toSorted((a, b) => a - b)[coefficients.length / 2] ?? 0;
  let hex = "";
  for (let at = 0; at < coefficients.length; at += 4) {
    const bits = coefficients.slice(at, at + 4).map((value) => (value > median ? 1 : 0));
    hex += parseInt(bits.join(""), 2).toString(16);
  }
  return hex;
}

/** The 64 lowest frequencies but the mean, which says nothing of the shape. */
function transform(values: Float32Array): number[] {
  const rows = Array.from({ length: SIDE }, (_, y) =>
    cosines.map((cosine) => {
      let sum = 0;
      for (let x = 0; x < SIDE; x++) sum += (values[y * SIDE + x] ?? 0) * (cosine[x] ?? 0);
      return sum;
    }),
  );
  const coefficients = cosines.flatMap((cosine) =>
    cosines.map((_, u) => {
      let sum = 0;
      for (let y = 0; y < SIDE; y++) sum += (rows[y]?.[u] ?? 0) * (cosine[y] ?? 0);
      return sum;
    }),
  );
  return coefficients.slice(1, 65);
}

function turn({ values, width: side }: Grey): Grey {
  const turned = values.map((_, at) => values[(side - 1 - (at % side)) * side + Math.floor(at / side)] ?? 0);
  return { values: turned, width: side, height: side };
}

function mirror({ values, width: side }: Grey): Grey {
  const mirrored = values.map((_, at) => values[Math.floor(at / side) * side + side - 1 - (at % side)] ?? 0);
  return { values: mirrored, width: side, height: side };
}

function countDifferent(a: string, b: string): number {
  let different = 0;
  for (let at = 0; at < a.length; at += 8) {
    let bits = parseInt(a.slice(at, at + 8), 16) ^ parseInt(b.slice(at, at + 8), 16);
    for (; bits !== 0; bits &= bits - 1) different += 1;
  }
  return different;
}
