import type { PhotoMeasures } from "~/catalog/photo-measures";

import { shrink, toGrey } from "./grey";
import type { Pixels } from "./grey";
import { measureDrawn } from "./measure-drawn";
import { measureLight } from "./measure-light";
import { measureSeam } from "./measure-seam";
import { measureSharpness } from "./measure-sharpness";
import { hashPhoto } from "./perceptual-hash";

/**
 * Measures a photo's pixels: the same on the device and on the server.
 *
 * @param pixels upright, with a long side of `photoMeasuring.longSidePx` or the photo's own when it is smaller
 * @param size of the photo itself, upright, in pixels
 */
export function measurePixels(pixels: Pixels, size: { widthPx: number; heightPx: number }): PhotoMeasures {
  const grey = toGrey(pixels);
  const half = shrink(grey, { width: Math.ceil(grey.width / 2), height: Math.ceil(grey.height / 2) });
  const measured = {
    sharpness: measureSharpness(grey),
    ...measureLight(grey),
    ...measureDrawn(grey),
    seam: measureSeam(half),
  };
  const rounded = Object.fromEntries(
    Object.entries(measured).map(([name, value]) => [name, Math.round(value * 10_000) / 10_000]),
  ) as typeof measured; // the same names with rounded numbers
  return { ...size, ...rounded, hashes: hashPhoto(half) };
}
