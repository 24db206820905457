import sharp from "sharp";

import type { PictureRequest } from "./render-picture";

/** A picture of one colour, which follows from the seed: as large as it was asked for, and made in milliseconds. */
export function renderPlain({ seed, widthPx, heightPx, format }: PictureRequest): Promise<Buffer> {
  const background = { r: seed & 255, g: (seed >> 8) & 255, b: (seed >> 16) & 255 };
  return sharp({ create: { width: widthPx, height: heightPx, channels: 3, background } })
    .toFormat(format)
    .toBuffer();
}
