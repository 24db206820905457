import sharp from "sharp";

import { blurField, enlargeField, shrinkChannel } from "../photos/blur-field";
import type { Enlarged } from "../photos/blur-field";
import type { Canvas } from "../photos/shade-layers";
import type { Grade } from "./looks";

const SHRINK = 4;

/** Gives a picture its look: brush, tones, colour, glow, lines. Takes and returns RGB bytes of the canvas's size. */
export async function gradePicture(source: Buffer, grade: Grade, canvas: Canvas): Promise<Buffer> {
  const pixels = grade.isPainted ? await paint(source, canvas) : source;
  const { widthPx: width, heightPx: height } = canvas;
  const tone = toneCurve(grade);
  const [redTint, greenTint, blueTint] = [tintCurve(grade, 0), tintCurve(grade, 1), tintCurve(grade, 2)];
  const light = grade.bloom > 0 ? await brightParts(pixels, canvas) : undefined;
  const result = Buffer.alloc(pixels.length);

  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 3) {
      const red = pixels[at] ?? 0;
      const green = pixels[at + 1] ?? 0;
      const blue = pixels[at + 2] ?? 0;
      const grey = 0.299 * red + 0.587 * green + 0.114 * blue;
      const toned = tone[Math.round(grey)] ?? grey;
      const glow = light ? ((light.bytes[y * light.stride + x] ?? 0) / 255) * grade.bloom : 0;
      const line = grade.ink > 0 ? 1 - grade.ink * edgeAt(pixels, at, width) : 1;
      // Contrast works on lightness alone: per channel it would push skin towards red.
      const ratio = grade.saturation * (0.5 + 0.5 * Math.min(1.6, toned / Math.max(1, grey)));
      const base = (toned - grey * ratio) * (1 - glow) * line + 255 * glow * line;
      const share = ratio * (1 - glow) * line;
      result[at] = redTint[byte(base + red * share)] ?? 0;
      result[at + 1] = greenTint[byte(base + green * share)] ?? 0;
      result[at + 2] = blueTint[byte(base + blue * share)] ?? 0;
    }
  }
  return result;
}

function byte(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : Math.round(value);
}

/** What lightness becomes: contrast, and steps where the look has them. */
function toneCurve({ contrast, levels }: Grade): Float32Array {
  return Float32Array.from({ length: 256 }, (_, level) => {
    const held = Math.min(1, Math.max(0, 0.5 + (level / 255 - 0.5) * contrast));
    const soft = held * held * (3 - 2 * held) * 0.25 + held * 0.75;
    return 255 * (levels === undefined ? soft : softSteps(soft, levels));
  });
}

/** What one channel becomes: tint of shadows and lights, black and white points. */
function tintCurve({ shadows, lights, black, white }: Grade, channel: 0 | 1 | 2): Uint8ClampedArray {
  return Uint8ClampedArray.from({ length: 256 }, (_, level) => {
    const share = level / 255;
    const tint = shadows[channel] * (1 - share) + lights[channel] * share;
    return black[channel] + (white[channel] - black[channel]) * Math.min(1, share * tint);
  });
}

/** Steps whose edges run over a tenth of a step, so that they do not flicker with the grain. */
function softSteps(share: number, levels: number): number {
  const position = share * levels;
  const base = Math.floor(position);
  const edge = Math.min(1, Math.max(0, (position - base - 0.4) / 0.2));
  return (base + edge * edge * (3 - 2 * edge)) / levels;
}

async function brightParts(pixels: Buffer, { widthPx: width, heightPx: height }: Canvas): Promise<Enlarged> {
  const green = shrinkChannel(pixels, { width, height, channels: 3, offset: 1 }, SHRINK);
  const bright = { ...green, values: green.values.map((value) => Math.max(0, value - 0.55) * 2) };
  return enlargeField(blurField(bright, (height * 0.022) / SHRINK), SHRINK);
}

/** How much of an edge runs through a pixel, 0..1: the difference to its neighbours two pixels on. */
function edgeAt(pixels: Buffer, at: number, width: number): number {
  const [right, below] = [at + 6, at + width * 6];
  let difference = 0;
  for (let channel = 0; channel < 3; channel++) {
    const own = pixels[at + channel] ?? 0;
    difference +=
      Math.abs(own - (pixels[right + channel] ?? own)) + Math.abs(own - (pixels[below + channel] ?? own));
  }
  return Math.min(1, Math.max(0, difference / 150 - 0.25));
}

/** Strokes: a median wipes fine detail into patches, sharpening gives them edges; some of the drawing stays, or eyes would go. */
async function paint(pixels: Buffer, { widthPx: width, heightPx: height }: Canvas): Promise<Buffer> {
  const raw = { width, height, channels: 3 } as const;
  const strokes = await sharp(pixels, { raw })
    .median(3)
    .median(3)
    .sharpen({ sigma: 2, m1: 1.6, m2: 3.5 })
    .removeAlpha()
    .raw()
    .toBuffer();
  for (let at = 0; at < strokes.length; at++)
    strokes[at] = (strokes[at] ?? 0) * 0.72 + (pixels[at] ?? 0) * 0.28;
  return strokes;
}
