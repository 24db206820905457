import sharp from "sharp";

import type { Label } from "./make-set";

const SHAKEN_PX = 1400;

type Make = (good: Buffer, random: () => number) => Promise<Buffer>;

interface Defect {
  label: Label;
  /** One source in so many gets it, in both halves alike. */
  every: number;
  make: Make;
}

/** What is wrong with a photo, and how to make it so. */
export const defects: Record<string, Defect> = {
  "blurred: out of focus": {
    label: "blurred",
    every: 1,
    make: async (good, random) => {
      const { width, height } = await sizeOf(good);
      return sharp(good)
        .blur(Math.max(width, height) * (0.003 + 0.006 * random()))
        .jpeg({ quality: 90 })
        .toBuffer();
    },
  },
  "blurred: shaken": { label: "blurred", every: 2, make: shake },
  dark: {
    label: "dark",
    every: 2,
    make: async (good, random) => {
      const { channels } = await sharp(good).stats();
      const mean = channels.reduce((sum, channel) => sum + channel.mean, 0) / channels.length;
      // As a phone without light takes it: to a mean of 15 to 30 of 255.
      const factor = Math.min(0.5, (15 + 15 * random()) / mean);
      return sharp(good).linear(factor, 0).jpeg({ quality: 88 }).toBuffer();
    },
  },
  bright: {
    label: "bright",
    every: 2,
    // One and a half to two stops too much light.
    make: (good, random) =>
      sharp(good)
        .linear(2.8 + 1.2 * random(), 0)
        .jpeg({ quality: 88 })
        .toBuffer(),
  },
  small: {
    label: "small",
    every: 3,
    make: async (good, random) => {
      const { width, height } = await sizeOf(good);
      const side = Math.round(520 + 200 * random());
      const size = width < height ? { width: side } : { height: side };
      return sharp(good).resize(size).jpeg({ quality: 90 }).toBuffer();
    },
  },
  narrow: {
    label: "narrow",
    every: 3,
    make: async (good, random) => {
      const { width, height } = await sizeOf(good);
      const strip = Math.round(Math.max(width, height) / (2.3 + random()));
      const isWide = width > height;
      return sharp(good)
        .extract(
          isWide
            ? {
                left: 0,
                top: Math.floor((height - Math.min(strip, height)) / 2),
                width,
                height: Math.min(strip, height),
              }
            : {
                left: Math.floor((width - Math.min(strip, width)) / 2),
                top: 0,
                width: Math.min(strip, width),
                height,
              },
        )
        .resize({ width: isWide ? 3000 : undefined, height: isWide ? undefined : 3000 })
        .jpeg({ quality: 90 })
        .toBuffer();
    },
  },
};

/** The same photo once more, as it comes back from a chat, an editor or a second import. */
export const copies: Record<string, Make> = {
  "alike: re-compressed": async (good) => sharp(good).jpeg({ quality: 45 }).toBuffer(),
  "alike: sent by a chat": async (good) => {
    const { width, height } = await sizeOf(good);
    // Not so small that it would rightly be called that too.
    const scale = Math.min(1, Math.max(0.6, 800 / Math.min(width, height)));
    return sharp(good)
      .resize({ width: Math.round(width * scale) })
      .jpeg({ quality: 70 })
      .toBuffer();
  },
  "alike: cropped": async (good, random) => {
    const { width, height } = await sizeOf(good);
    const keep = 0.86 + 0.08 * random();
    const left = Math.floor(width * (1 - keep) * random());
    const top = Math.floor(height * (1 - keep) * random());
    return sharp(good)
      .extract({ left, top, width: Math.floor(width * keep), height: Math.floor(height * keep) })
      .jpeg({ quality: 90 })
      .toBuffer();
  },
  "alike: rotated": async (good, random) =>
    sharp(good)
      .rotate([90, 180, 270][Math.floor(random() * 3)] ?? 90)
      .jpeg({ quality: 90 })
      .toBuffer(),
  "alike: lying, by EXIF": async (good) =>
    sharp(good).rotate(270).withMetadata({ orientation: 6 }).jpeg({ quality: 90 }).toBuffer(),
  "alike: brighter": async (good) =>
    sharp(good).modulate({ brightness: 1.15 }).jpeg({ quality: 85 }).toBuffer(),
};

/** Moves the camera while it is open: the average of the photo at places along a line. */
async function shake(good: Buffer, random: () => number): Promise<Buffer> {
  const { data, info } = await sharp(good)
    .resize({ width: SHAKEN_PX, height: SHAKEN_PX, fit: "inside" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const steps = Math.ceil(SHAKEN_PX * (0.012 + 0.01 * random()));
  const angle = random() * Math.PI;
  const sums = new Float32Array(data.length);
  for (let step = 0; step < steps; step++) {
    const dx = Math.round(Math.cos(angle) * step);
    const dy = Math.round(Math.sin(angle) * step);
    for (let y = 0; y < height - steps; y++) {
      for (let x = steps; x < width - steps; x++) {
        const to = (y * width + x) * channels;
        const from = to + (dy * width + dx) * channels;
        for (let at = 0; at < channels; at++) sums[to + at] = (sums[to + at] ?? 0) + (data[from + at] ?? 0);
      }
    }
  }
  const inside = { left: steps, top: 0, width: width - 2 * steps, height: height - steps };
  return sharp(Buffer.from(sums.map((sum) => sum / steps)), { raw: { width, height, channels } })
    .extract(inside)
    .jpeg({ quality: 90 })
    .toBuffer();
}

async function sizeOf(photo: Buffer): Promise<{ width: number; height: number }> {
  const { width, height } = await sharp(photo).metadata();
  return { width, height };
}
