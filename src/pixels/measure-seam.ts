import type { Grey } from "./grey";

/** Pictures put together leave a straight line; one nearer to the rim is a frame or a shadow there. */
const RIM = 0.12;
/** Levels by which the two sides of a seam differ at least. */
const STEP = 8;
/** A seam stands out from what is around it by this factor. */
const STANDS_OUT = 2.5;
/** The share of a step that is done within two pixels: no lens draws an edge so steep once it is blurred. */
const STEEP = 0.7;

/** How unbroken the clearest straight line from edge to edge is, 0..1: pictures that were put together show one of nearly 1. */
export function measureSeam(grey: Grey): number {
  const { width, height } = grey;
  return Math.max(
    clearest(grey, { count: width, step: 1, length: height, stride: width }),
    clearest(grey, { count: height, step: width, length: width, stride: 1 }),
  );
}

/** Lines to look along: how many, how far apart, how many pixels each and how far apart those are. */
interface Lines {
  count: number;
  step: number;
  length: number;
  stride: number;
}

function clearest({ values }: Grey, { count, step, length, stride }: Lines): number {
  const from = Math.max(8, Math.floor(count * RIM));
  let best = 0;
  for (let line = from; line < count - from; line++) {
    let broken = 0;
    let clear = 0;
    for (let along = 0; along < length; along++) {
      const at = line * step + along * stride;
      if (stepsAt(values, at, step)) clear += 1;
      else broken += 1;
      // It cannot become the clearest any more.
      if (length - broken <= best * length) break;
    }
    best = Math.max(best, clear / length);
  }
  return best;
}

/** Whether the picture changes here at once, by more than it does on either side. */
function stepsAt(values: Float32Array, at: number, step: number): boolean {
  const across = jump(values, at, step);
  if (across < STEP || across < STEEP * Math.abs((values[at + 3 * step] ?? 0) - (values[at - 3 * step] ?? 0)))
    return false;
  const around =
    jump(values, at - 4 * step, step) +
    jump(values, at + 4 * step, step) +
    jump(values, at - 7 * step, step) +
    jump(values, at + 7 * step, step);
  return across * 4 >= STANDS_OUT * around;
}

function jump(values: Float32Array, at: number, step: number): number {
  return Math.abs((values[at + step] ?? 0) - (values[at - step] ?? 0));
}
