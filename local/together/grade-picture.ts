import sharp from "sharp";

import { blurField, sampleField, shrinkChannel } from "../photos/blur-field";
import type { Field } from "../photos/blur-field";
import type { Canvas } from "../photos/shade-layers";
import type { Grade } from "./looks";

const SHRINK = 4;

/** Gives a picture its look: brush, tones, colour, glow, lines. Takes and returns RGB bytes of the canvas's size. */
export async function gradePicture(source: Buffer, grade: Grade, canvas: Canvas): Promise<Buffer> {
  const pixels = grade.isPainted ? await paint(source, canvas) : source;
  const { widthPx: width, heightPx: height } = canvas;
  const tone = toneCurves(grade);
  const light = grade.bloom > 0 ? brightParts(pixels, canvas) : undefined;
  const result = Buffer.alloc(pixels.length);

  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      const [red = 0, green = 0, blue = 0] = [pixels[at], pixels[at + 1], pixels[at + 2]];
      const grey = 0.299 * red + 0.587 * green + 0.114 * blue;
      const glow = light ? sampleField(light, x / SHRINK - 0.375, y / SHRINK - 0.375) * grade.bloom : 0;
      const line = grade.ink > 0 ? 1 - grade.ink * edgeAt(pixels, at, width) : 1;
      for (let channel = 0; channel < 3; channel++) {
        const own = pixels[at + channel] ?? 0;
        const coloured = grey + (own - grey) * grade.saturation;
        const glowing = (coloured + (255 - coloured) * glow) * line;
        result[at + channel] = tone[channel]?.[Math.min(255, Math.max(0, Math.round(glowing)))] ?? 0;
      }
    }
  }
  return result;
}

/** One table per channel: contrast, tint of shadows and lights, black and white points, steps. */
function toneCurves({ contrast, shadows, lights, black, white, levels }: Grade): Uint8ClampedArray[] {
  return [0, 1, 2].map((channel) =>
    Uint8ClampedArray.from({ length: 256 }, (_, level) => {
      const share = level / 255;
      const held = Math.min(1, Math.max(0, 0.5 + (share - 0.5) * contrast));
      const soft = held * held * (3 - 2 * held) * 0.3 + held * 0.7;
      const stepped = levels === undefined ? soft : softSteps(soft, levels);
      const tint = (shadows[channel] ?? 1) * (1 - stepped) + (lights[channel] ?? 1) * stepped;
      const [low, high] = [black[channel] ?? 0, white[channel] ?? 255];
      return low + (high - low) * Math.min(1, stepped * tint);
    }),
  );
}

/** Steps whose edges run over a tenth of a step, so that they do not flicker with the grain. */
function softSteps(share: number, levels: number): number {
  const position = share * levels;
  const base = Math.floor(position);
  const edge = Math.min(1, Math.max(0, (position - base - 0.4) / 0.2));
  return (base + edge * edge * (3 - 2 * edge)) / levels;
}

function brightParts(pixels: Buffer, { widthPx: width, heightPx: height }: Canvas): Field {
  const green = shrinkChannel(pixels, { width, height, channels: 3, offset: 1 }, SHRINK);
  const bright = { ...green, values: green.values.map((value) => Math.max(0, value - 0.55) * 2) };
  return blurField(bright, (height * 0.022) / SHRINK);
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

/** Strokes: a median at half the size wipes fine detail into patches, a little sharpening gives them edges. */
async function paint(pixels: Buffer, { widthPx: width, heightPx: height }: Canvas): Promise<Buffer> {
  const small = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .resize({ width: Math.ceil(width / 2), kernel: "linear" })
    .median(7)
    .png({ compressionLevel: 0 })
    .toBuffer();
  return sharp(small)
    .resize({ width, height, fit: "fill", kernel: "cubic" })
    .sharpen({ sigma: 2.2, m1: 1.4, m2: 3 })
    .removeAlpha()
    .raw()
    .toBuffer();
}
