import { blurField, sampleField, shrinkChannel } from "./blur-field";
import { rgbOf } from "./colour";
import type { Canvas } from "./shade-layers";

export interface Composition {
  canvas: Canvas;
  /** RGB bytes. */
  background: Buffer;
  /** RGBA bytes, or nothing for the background alone. */
  subject?: Buffer;
  /** Light that falls on the subject; white leaves it as it is. */
  key: string;
  /** How much of the key's colour it takes, 0..1. */
  keyShare: number;
  /** How far the background's light wraps around the subject's edge, as a share of the height. */
  wrap: number;
  /** Darkness of the corners, 0..1. */
  vignette: number;
  /** Strength of the film's grain in levels of 255. */
  grain: number;
  /** Any number; the grain follows from it. */
  grainSeed: number;
}

const SHRINK = 4;

// A gentle S: deeper shadows, brighter lights, the middle where it was.
const curve = Uint8ClampedArray.from({ length: 256 }, (_, level) => {
  const share = level / 255;
  return 255 * (share + 0.16 * (share - 0.5) * (1 - Math.abs(2 * share - 1)) * 2);
});

/** Puts a subject into a background as one picture: its light, its edges, grain and corners. @returns RGB bytes. */
export function composePicture(composition: Composition): Buffer {
  const { canvas, background, subject, vignette, grain } = composition;
  const { widthPx: width, heightPx: height } = canvas;
  const result = Buffer.alloc(width * height * 3);
  const key = rgbOf(composition.key).map((value) => 1 + (value / 255 - 1) * composition.keyShare);
  const size = { width, height, channels: 4, offset: 3 };
  const alpha =
    subject && blurField(shrinkChannel(subject, size, SHRINK), (height * composition.wrap) / SHRINK);
  const spill = [0, 1, 2].map((offset) =>
    blurField(
      shrinkChannel(background, { width, height, channels: 3, offset }, SHRINK),
      (height * 0.03) / SHRINK,
    ),
  );

  let noise = composition.grainSeed >>> 0 || 1;
  for (let y = 0; y < height; y++) {
    const fy = (y / height - 0.5) * 2;
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const fx = (x / width - 0.5) * 2;
      const corner = 1 - vignette * Math.max(0, (fx * fx + fy * fy) * 0.5 - 0.12) ** 1.2;
      // xorshift: one step per pixel.
      noise ^= noise << 13;
      noise ^= noise >>> 17;
      noise ^= noise << 5;
      const speck = ((noise >>> 0) / 2 ** 32 + ((noise >>> 8) & 255) / 256 - 1) * grain;
      const cover = subject ? (subject[at * 4 + 3] ?? 0) / 255 : 0;
      const around = cover > 0 && alpha ? 1 - sampleField(alpha, x / SHRINK - 0.375, y / SHRINK - 0.375) : 0;
      for (let channel = 0; channel < 3; channel++) {
        let value = (background[at * 3 + channel] ?? 0) * (1 - cover);
        if (cover > 0) {
          const own = (subject?.[at * 4 + channel] ?? 0) * (key[channel] ?? 1);
          const field = around > 0.02 ? spill[channel] : undefined;
          const light = field
            ? sampleField(field, x / SHRINK - 0.375, y / SHRINK - 0.375) * around * 0.62
            : 0;
          value += (own + (255 - own) * light) * cover;
        }
        result[at * 3 + channel] = curve[Math.min(255, Math.max(0, Math.round(value * corner)))] ?? 0;
        result[at * 3 + channel] = Math.min(255, Math.max(0, (result[at * 3 + channel] ?? 0) + speck));
      }
    }
  }
  return result;
}
