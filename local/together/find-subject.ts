import { blurField } from "../photos/blur-field";
import type { Field } from "../photos/blur-field";
import { filterGuided } from "./guided-filter";

// Colours are counted in bins of 16 levels.
const LEVELS = 16;
const ROUNDS = 4;

/**
 * Finds whoever stands in the middle of a small RGB picture: a guess of head and shoulders, sharpened by which
 * colours are found inside and outside of it, then fitted to the picture's edges.
 *
 * @returns how much each pixel belongs to the subject, 0..1.
 */
export function findSubject(pixels: Uint8Array, width: number, height: number): Field {
  const grey: Field = { width, height, values: new Float32Array(width * height) };
  const bins = new Uint16Array(width * height);
  for (let at = 0; at < width * height; at++) {
    const [red = 0, green = 0, blue = 0] = [pixels[at * 3], pixels[at * 3 + 1], pixels[at * 3 + 2]];
    grey.values[at] = (0.4 * red + 0.35 * green + 0.25 * blue) / 255;
    bins[at] = ((red >> 4) * LEVELS + (green >> 4)) * LEVELS + (blue >> 4);
  }

  const prior = withinSharpParts(headAndShoulders(width, height), grey);
  let mask = prior;
  for (let round = 0; round < ROUNDS; round++) {
    const inside = countColours(bins, (at) => (mask.values[at] ?? 0) ** 2);
    // Nothing tells the background better than the upper border.
    const outside = countColours(bins, (at) => {
      const [x, y] = [at % width, Math.floor(at / width)];
      const isBorder = y < height * 0.06 || ((x < width * 0.06 || x > width * 0.94) && y < height * 0.55);
      return (1 - (mask.values[at] ?? 0)) ** 2 + (isBorder ? 2 : 0);
    });
    const values = mask.values.map((_, at) => {
      const bin = bins[at] ?? 0;
      const own = Math.min(0.985, Math.max(0.015, prior.values[at] ?? 0));
      const [yes, no] = [(inside[bin] ?? 0) * own, (outside[bin] ?? 0) * (1 - own)];
      return (yes + 1e-7) / (yes + no + 2e-7);
    });
    mask = blurField({ width, height, values }, Math.max(1, width / 110));
  }
  const connected = fillHoles(keepMiddle(mask));
  const fitted = filterGuided(connected, grey, { radius: width / 40, tolerance: 0.0008 });
  return { width, height, values: fitted.values.map((value) => smooth((value - 0.38) / 0.42)) };
}

/** Where a head and shoulders usually are in a portrait. */
function headAndShoulders(width: number, height: number): Field {
  const values = new Float32Array(width * height);
  const ratio = width / height;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      // Across in shares of the height, so that a wide picture holds no wider a person.
      const across = Math.abs(x / width - 0.5) * Math.min(1.1, ratio) * 1.12;
      const down = y / height;
      const head = 1 - Math.hypot(across / 0.27, (down - 0.42) / 0.34);
      const shoulder = Math.min((0.15 + Math.max(0, down - 0.6) * 1.1 - across) / 0.16, (down - 0.58) / 0.1);
      values[y * width + x] = smooth(0.5 + Math.max(head * 0.95, Math.min(0.55, shoulder)));
    }
  }
  return { width, height, values };
}

/**
 * Narrows a guess, row by row, to what lies between the first and the last sharp edge: a lens leaves what is behind a
 * person soft. In a picture that is sharp all over it changes nothing.
 */
function withinSharpParts(guess: Field, grey: Field): Field {
  const { width, height } = grey;
  const edges = sharpEdges(grey);
  const core = edges.filter((_, at) => (guess.values[at] ?? 0) > 0.7).sort();
  const threshold = Math.max(0.05, (core[Math.floor(core.length * 0.92)] ?? 0) * 0.55);

  const starts: number[] = [];
  const ends: number[] = [];
  for (let y = 0; y < height; y++) {
    const row = edges.subarray(y * width, (y + 1) * width);
    starts.push(row.findIndex((edge) => edge > threshold));
    ends.push(row.findLastIndex((edge) => edge > threshold));
  }
  const from = steady(
    starts.map((start) => (start < 0 ? width : start)),
    { height, widest: (near) => near[0] ?? 0 },
  );
  const to = steady(ends, { height, widest: (near) => near.at(-1) ?? width });
  // Shoulders do not narrow downwards, and cloth has few edges.
  for (let y = Math.floor(height * 0.55); y < height; y++) {
    from[y] = Math.min(from[y] ?? 0, from[y - 1] ?? 0);
    to[y] = Math.max(to[y] ?? width, to[y - 1] ?? width);
  }
  const values = guess.values.map((value, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    const outside = Math.max(0, (from[y] ?? 0) - x - 1, x - (to[y] ?? width) - 1) / (width * 0.02);
    return value * Math.max(0.02, 1 - outside);
  });
  return { width, height, values };
}

/** Each row's value among its neighbours: nearly the widest, so that one stray edge does not count. */
function steady(
  rows: readonly number[],
  { height, widest }: { height: number; widest: (near: number[]) => number },
): number[] {
  const reach = Math.round(height * 0.025);
  return rows.map((_, y) => {
    const near = rows.slice(Math.max(0, y - reach), y + reach + 1).sort((a, b) => a - b);
    const stray = Math.floor(near.length / 4);
    return widest(near.slice(stray, near.length - stray));
  });
}

/** How far each pixel is from the mean of its neighbours: high along sharp edges, nearly nothing along blurred ones. */
function sharpEdges({ width, height, values }: Field): Float32Array {
  const edges = new Float32Array(width * height);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const twice = 2 * (values[at] ?? 0);
      const across = Math.abs(twice - (values[at - 1] ?? 0) - (values[at + 1] ?? 0));
      const down = Math.abs(twice - (values[at - width] ?? 0) - (values[at + width] ?? 0));
      edges[at] = across + down;
    }
  }
  return edges;
}

function countColours(bins: Uint16Array, weigh: (at: number) => number): Float32Array {
  const counts = new Float32Array(LEVELS ** 3);
  let total = 0;
  bins.forEach((bin, at) => {
    const weight = weigh(at);
    counts[bin] = (counts[bin] ?? 0) + weight;
    total += weight;
  });
  // Neighbouring bins share, or two shades of one wall would look like two colours.
  let spread = counts;
  for (const step of [1, LEVELS, LEVELS * LEVELS]) {
    spread = spread.map(
      (value, at) => 0.5 * value + 0.25 * ((spread[at - step] ?? 0) + (spread[at + step] ?? 0)),
    );
  }
  return spread.map((value) => value / total);
}

/** Drops what is not connected with the middle. */
function keepMiddle(mask: Field): Field {
  const { width, height } = mask;
  const middle = Math.floor(height * 0.45) * width + Math.floor(width * 0.5);
  const reached = flood(mask, [middle, middle + Math.floor(height * 0.25) * width], (value) => value > 0.5);
  return {
    width,
    height,
    values: mask.values.map((value, at) => (reached[at] ? value : Math.min(value, 0.1))),
  };
}

/** Fills what is surrounded: light on a cheek, a white shirt. */
function fillHoles(mask: Field): Field {
  const { width, height } = mask;
  const border: number[] = [];
  for (let x = 0; x < width; x++) border.push(x);
  for (let y = 0; y < height * 0.8; y++) border.push(y * width, y * width + width - 1);
  const outside = flood(mask, border, (value) => value <= 0.5);
  return {
    width,
    height,
    values: mask.values.map((value, at) => (outside[at] ? value : Math.max(value, 0.98))),
  };
}

function flood(
  { width, height, values }: Field,
  from: readonly number[],
  belongs: (value: number) => boolean,
): Uint8Array {
  const seen = new Uint8Array(width * height);
  const queue = from.filter((at) => belongs(values[at] ?? 0));
  for (const at of queue) seen[at] = 1;
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    const x = at % width;
    for (const next of [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width]) {
      if (next < 0 || next >= seen.length || seen[next] || !belongs(values[next] ?? 0)) continue;
      seen[next] = 1;
      queue.push(next);
    }
  }
  return seen;
}

function smooth(share: number): number {
  const held = Math.min(1, Math.max(0, share));
  return held * held * (3 - 2 * held);
}
