import sharp from "sharp";

import type { Label } from "./make-set";

/** The short side of a shaken photo: not so small that it would rightly be called that too. */
const SHAKEN_SHORT_SIDE_PX = 900;

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
      // As a phone without light takes it: to a mean of 15 to 30 of 255.
      return expose(good, Math.min(0.5, (15 + 15 * random()) / (await meanOf(good))));
    },
  },
  bright: {
    label: "bright",
    every: 2,
    make: async (good, random) => {
      // As against the sun: one and a half to two stops too much light, and on to a mean of 205 to 235 of 255 where the photo began dark.
      const wanted = 205 + 30 * random();
      let factor = 2.8 + 1.2 * random();
      let photo = await expose(good, factor);
      while ((await meanOf(photo)) < wanted && factor < 40) {
        factor *= 1.25;
        photo = await expose(good, factor);
      }
      return photo;
    },
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
  "alike: brighter": async (good) => {
    // Not so bright that it would rightly be called that too.
    const brightness = Math.min(1.15, 185 / (await meanOf(good)));
    return sharp(good).modulate({ brightness }).jpeg({ quality: 85 }).toBuffer();
  },
};

/** Moves the camera while it is open: the average of the photo at places along a line. */
async function shake(good: Buffer, random: () => number): Promise<Buffer> {
  const side = SHAKEN_SHORT_SIDE_PX;
  const { data, info } = await sharp(good)
    .resize({ width: side, height: side, fit: "outside" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const steps = Math.ceil(Math.max(width, height) * (0.012 + 0.01 * random()));
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

function expose(photo: Buffer, factor: number): Promise<Buffer> {
  return sharp(photo).linear(factor, 0).jpeg({ quality: 88 }).toBuffer();
}

/** 0..255 */
async function meanOf(photo: Buffer): Promise<number> {
  const { channels } = await sharp(photo).stats();
  return channels.reduce((sum, channel) => sum + channel.mean, 0) / channels.length;
}

async function sizeOf(photo: Buffer): Promise<{ width: number; height: number }> {
  const { width, height } = await sharp(photo).metadata();
  return { width, height };
}
