import type { Grey } from "./grey";

/** From here on a sensor or a JPEG has nothing left to tell. */
const BURNT_FROM = 250;

/** How light a photo is: its mean, what 10 and 90 percent of it lie below, all 0..255, and the share that is burnt out. */
export function measureLight({ values }: Grey) {
  const histogram = new Uint32Array(256);
  let sum = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0;
    sum += value;
    const level = Math.round(value);
    histogram[level] = (histogram[level] ?? 0) + 1;
  }
  const burnt = histogram.subarray(BURNT_FROM).reduce((total, count) => total + count, 0);
  return {
    brightness: sum / values.length,
    shadows: levelBelow(histogram, values.length * 0.1),
    highlights: levelBelow(histogram, values.length * 0.9),
    burntShare: burnt / values.length,
  };
}

function levelBelow(histogram: Uint32Array, wanted: number): number {
  let count = 0;
  for (const [level, pixels] of histogram.entries()) {
    count += pixels;
    if (count >= wanted) return level;
  }
  return histogram.length - 1;
}
