import sharp from "sharp";

import { blurField, enlargeField, shrinkChannel } from "./blur-field";
import type { Enlarged, Field } from "./blur-field";
import { rgbOf } from "./colour";
import type { Canvas, Light } from "./shade-layers";

export interface Composition {
  canvas: Canvas;
  /** RGB bytes. */
  background: Buffer;
  /** RGBA bytes, or nothing for the background alone. */
  subject?: Buffer;
  /** A light to fall on a subject that was lit elsewhere. */
  relight?: Light;
  /** Colour of the light in the background, and how much of it the subject takes, 0..1. */
  key: string;
  keyShare: number;
  /** How far the background's light wraps around the subject's edge, as a share of the height. */
  wrap: number;
  /** Strength of the tone curve: 0 leaves tones as they are, 1 deepens shadows and brightens lights. */
  tone: number;
  /** Darkness of the corners, 0..1. */
  vignette: number;
  /** Strength of the film's grain in levels of 255. */
  grain: number;
  /** Any number; the grain follows from it. */
  grainSeed: number;
}

const SHRINK = 4;

/** Puts a subject into a background as one picture: its light, its edges, grain and corners. @returns RGB bytes. */
export async function composePicture(composition: Composition): Promise<Buffer> {
  const { canvas, background, subject } = composition;
  const { widthPx: width, heightPx: height } = canvas;
  const result = Buffer.from(background);
  if (subject) await addSubject(result, subject, composition);

  const curve = toneCurve(composition.tone);
  const corners = cornerTable(composition.vignette);
  let noise = composition.grainSeed >>> 0 || 1;
  for (let y = 0, at = 0; y < height; y++) {
    const fy = (y / height - 0.5) * 2;
    for (let x = 0; x < width; x++, at += 3) {
      const fx = (x / width - 0.5) * 2;
      const corner = corners[Math.floor((fx * fx + fy * fy) * CORNER_STEPS)] ?? 1;
      // xorshift: one step per pixel.
      noise ^= noise << 13;
      noise ^= noise >>> 17;
      noise ^= noise << 5;
      const speck = ((noise >>> 0) / 2 ** 32 + ((noise >>> 8) & 255) / 256 - 1) * composition.grain;
      result[at] = held((curve[((result[at] ?? 0) * corner) | 0] ?? 0) + speck);
      result[at + 1] = held((curve[((result[at + 1] ?? 0) * corner) | 0] ?? 0) + speck);
      result[at + 2] = held((curve[((result[at + 2] ?? 0) * corner) | 0] ?? 0) + speck);
    }
  }
  return result;
}

async function addSubject(result: Buffer, subject: Buffer, composition: Composition): Promise<void> {
  const { canvas, background, relight } = composition;
  const { widthPx: width, heightPx: height } = canvas;
  const [keyRed = 1, keyGreen = 1, keyBlue = 1] = rgbOf(composition.key).map(
    (value) => 1 + (value / 255 - 1) * composition.keyShare,
  );
  const alpha = shrinkChannel(subject, { width, height, channels: 4, offset: 3 }, SHRINK);
  const inside = await enlargeField(blurField(alpha, (height * composition.wrap) / SHRINK), SHRINK);
  const spill = await softened(background, canvas);
  const rim = relight && (await rimField(alpha, relight, height));
  const [rimRed, rimGreen, rimBlue] = rgbOf(relight?.rim ?? "#000000");

  for (let y = 0, at = 0; y < height; y++) {
    const fall = relight ? 1.03 - (y / height) * 0.12 : 1;
    for (let x = 0; x < width; x++, at++) {
      const cover = (subject[at * 4 + 3] ?? 0) / 255;
      if (cover === 0) continue;
      const light = (1 - (inside.bytes[y * inside.stride + x] ?? 0) / 255) * (0.62 / 255);
      const glow = rim ? (rim.bytes[y * rim.stride + x] ?? 0) / 65_025 : 0;
      const factor = relight ? fall + relight.side * (x / width - 0.5) * 0.24 : 1;
      const to = at * 3;
      const own = [
        (subject[at * 4] ?? 0) * keyRed * factor,
        (subject[at * 4 + 1] ?? 0) * keyGreen * factor,
        (subject[at * 4 + 2] ?? 0) * keyBlue * factor,
      ] as const;
      result[to] = held(
        (result[to] ?? 0) * (1 - cover) + screened(own[0], light * (spill[to] ?? 0), glow * rimRed) * cover,
      );
      result[to + 1] = held(
        (result[to + 1] ?? 0) * (1 - cover) +
          screened(own[1], light * (spill[to + 1] ?? 0), glow * rimGreen) * cover,
      );
      result[to + 2] = held(
        (result[to + 2] ?? 0) * (1 - cover) +
          screened(own[2], light * (spill[to + 2] ?? 0), glow * rimBlue) * cover,
      );
    }
  }
}

/** Adds light without burning out: each share takes that much of what is missing to white. */
function screened(value: number, share: number, other: number): number {
  const first = value + (255 - value) * share;
  return first + (255 - first) * other;
}

/** Where light from behind catches the edge on the lit side, 0..1 of its opacity. */
async function rimField(alpha: Field, light: Light, height: number): Promise<Enlarged> {
  const radius = Math.max(1, (height * 0.006) / SHRINK);
  const { width, values } = blurField(alpha, radius);
  const behind = Math.sign(light.side || 1);
  const rim = values.map((_, at) => {
    const x = at % width;
    const slope = x < 1 || x > width - 2 ? 0 : ((values[at + 1] ?? 0) - (values[at - 1] ?? 0)) / 2;
    return Math.min(1, Math.max(0, slope * behind * 1.6 * radius)) ** 1.5 * light.rimOpacity;
  });
  return enlargeField({ ...alpha, values: rim }, SHRINK);
}

async function softened(background: Buffer, { widthPx: width, heightPx: height }: Canvas): Promise<Buffer> {
  const small = await sharp(background, { raw: { width, height, channels: 3 } })
    .resize({ width: Math.ceil(width / 16), height: Math.ceil(height / 16), fit: "fill", kernel: "linear" })
    .png({ compressionLevel: 0 })
    .toBuffer();
  return sharp(small).resize({ width, height, fit: "fill", kernel: "cubic" }).removeAlpha().raw().toBuffer();
}

const CORNER_STEPS = 512;

/** Brightness by squared distance from the middle, in steps; a power per pixel would cost more than all the rest. */
function cornerTable(vignette: number): Float32Array {
  return Float32Array.from(
    { length: 2 * CORNER_STEPS + 1 },
    (_, step) => 1 - vignette * Math.max(0, (step / CORNER_STEPS) * 0.5 - 0.12) ** 1.2,
  );
}

/** A gentle S: deeper shadows, brighter lights, the middle where it was. */
function toneCurve(strength: number): Uint8ClampedArray {
  return Uint8ClampedArray.from({ length: 256 }, (_, level) => {
    const share = level / 255;
    return 255 * (share + 0.32 * strength * (share - 0.5) * (1 - Math.abs(2 * share - 1)));
  });
}

function held(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : value;
}
