import sharp from "sharp";

import type { Random } from "../photos/random";
import type { Canvas } from "../photos/shade-layers";
import type { CutOut } from "./cut-out-subject";

const MAX_ENLARGEMENT = 3;

/** Puts a cut-out person into a frame of another shape, so that no edge of the old photo shows. @returns RGBA bytes of the frame. */
export async function placeSubject(subject: CutOut, canvas: Canvas, random: Random): Promise<Buffer> {
  const { widthPx, heightPx } = canvas;
  const isWide = widthPx > heightPx * 1.2;
  const headroom = random.between(0.08, 0.16) * (isWide ? 0.8 : 1);

  // Down to the frame's bottom there must be subject; where the old photo cut it at the sides, frame above that, or be wider.
  const body = heightPx * (1 - headroom);
  const untilBottom = body / (subject.height - subject.top);
  const untilCut = body / Math.max(1, subject.cutFrom - subject.top);
  const covering = (widthPx / subject.width) * 1.02;
  const least = Math.max(untilBottom, Math.min(untilCut, Math.max(covering, untilBottom)));
  const scale = Math.min(MAX_ENLARGEMENT, least * random.between(1.0, isWide ? 1.04 : 1.08));

  const size = { width: Math.round(subject.width * scale), height: Math.round(subject.height * scale) };
  const isFlipped = random.chance(0.3);
  const resized = sharp(subject.pixels, {
    raw: { width: subject.width, height: subject.height, channels: 4 },
  }).resize({ ...size, fit: "fill", kernel: "cubic" });
  const pixels = await (isFlipped ? resized.flop() : resized).raw().toBuffer();

  const headX = (isFlipped ? subject.width - subject.headX : subject.headX) * scale;
  const goal = widthPx * (isWide ? random.pick([0.4, 0.5, 0.6]) : random.between(0.46, 0.54));
  const isCut = subject.cutFrom * scale < subject.top * scale + body;
  const wanted = goal - headX;
  const left = Math.round(
    isCut && size.width >= widthPx ? Math.min(0, Math.max(widthPx - size.width, wanted)) : wanted,
  );
  const top = Math.round(heightPx * headroom - subject.top * scale);
  return copyInto(canvas, pixels, { ...size, left, top });
}

interface Placement {
  width: number;
  height: number;
  left: number;
  top: number;
}

function copyInto(
  { widthPx, heightPx }: Canvas,
  pixels: Buffer,
  { width, height, left, top }: Placement,
): Buffer {
  const result = Buffer.alloc(widthPx * heightPx * 4);
  const from = Math.max(0, left);
  const to = Math.min(widthPx, left + width);
  for (let y = Math.max(0, top); y < Math.min(heightPx, top + height); y++) {
    const start = ((y - top) * width + (from - left)) * 4;
    pixels.copy(result, (y * widthPx + from) * 4, start, start + Math.max(0, to - from) * 4);
  }
  return result;
}
