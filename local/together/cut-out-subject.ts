import sharp from "sharp";

import { findSubject } from "./find-subject";

const FINDING_WIDTH_PX = 160;

/** A person cut out of a photo, and what is needed to place them. Rows and columns in pixels of `pixels`. */
export interface CutOut {
  /** RGBA bytes. */
  pixels: Buffer;
  width: number;
  height: number;
  /** The first row the subject is seen in. */
  top: number;
  /** The first row in which the subject is cut by the photo's left or right edge; `height` when it never is. */
  cutFrom: number;
  /** The middle of the head, across. */
  headX: number;
  /** Which side the subject is lit from: -1 left .. 1 right. */
  lightSide: number;
}

/**
 * Cuts the person in the middle out of a photo.
 *
 * @param photo a picture that can be decoded; its EXIF orientation is applied
 * @param maxHeightPx what the result is scaled down to
 */
export async function cutOutSubject(photo: Buffer, maxHeightPx: number): Promise<CutOut> {
  const { data, info } = await sharp(photo, { failOn: "error" })
    .autoOrient()
    .resize({ height: maxHeightPx, width: maxHeightPx * 2, fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb")
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const small = { width: FINDING_WIDTH_PX, height: Math.round((FINDING_WIDTH_PX * height) / width) };
  const tiny = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize({ ...small, fit: "fill", kernel: "linear" })
    .raw()
    .toBuffer();

  const mask = findSubject(tiny, small.width, small.height);
  const bytes = Buffer.from(Uint8Array.from(mask.values, (value) => Math.round(value * 255)));
  const alpha = await sharp(bytes, { raw: { ...small, channels: 1 } })
    .resize({ width, height, fit: "fill", kernel: "cubic" })
    .toColourspace("b-w")
    .raw()
    .toBuffer();

  const pixels = Buffer.alloc(width * height * 4);
  for (let at = 0; at < width * height; at++) {
    pixels[at * 4] = data[at * 3] ?? 0;
    pixels[at * 4 + 1] = data[at * 3 + 1] ?? 0;
    pixels[at * 4 + 2] = data[at * 3 + 2] ?? 0;
    pixels[at * 4 + 3] = alpha[at] ?? 0;
  }
  const scale = height / small.height;
  const { top, cutFrom, headX, lightSide } = measure(mask.values, tiny, small);
  return {
    pixels,
    width,
    height,
    top: top * scale,
    cutFrom: cutFrom * scale,
    headX: headX * scale,
    lightSide,
  };
}

function measure(
  mask: Float32Array,
  pixels: Uint8Array,
  { width, height }: { width: number; height: number },
) {
  let top = height;
  let cutFrom = height;
  for (let y = 0; y < height; y++) {
    let covered = 0;
    for (let x = 0; x < width; x++) if ((mask[y * width + x] ?? 0) > 0.5) covered++;
    if (covered > width * 0.04) top = Math.min(top, y);
    const isCut = (mask[y * width + 1] ?? 0) > 0.4 || (mask[y * width + width - 2] ?? 0) > 0.4;
    if (isCut && y > top + height * 0.15) cutFrom = Math.min(cutFrom, y);
  }

  let [weight, sumX] = [0, 0];
  const until = Math.min(height, top + Math.floor((height - top) * 0.45));
  for (let y = top; y < until; y++) {
    for (let x = 0; x < width; x++) {
      const cover = mask[y * width + x] ?? 0;
      weight += cover;
      sumX += cover * x;
    }
  }
  const headX = weight > 0 ? sumX / weight : width / 2;

  let [left, right, onLeft, onRight] = [0, 0, 0, 0];
  for (let y = top; y < until; y++) {
    for (let x = 0; x < width; x++) {
      const cover = mask[y * width + x] ?? 0;
      const light = (pixels[(y * width + x) * 3] ?? 0) * cover;
      if (x < headX) [left, onLeft] = [left + light, onLeft + cover];
      else [right, onRight] = [right + light, onRight + cover];
    }
  }
  const difference = (right / Math.max(1, onRight) - left / Math.max(1, onLeft)) / 40;
  return { top, cutFrom, headX, lightSide: Math.max(-1, Math.min(1, difference)) };
}
