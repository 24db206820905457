import sharp from "sharp";
import type { OverlayOptions } from "sharp";

import type { Canvas } from "../photos/shade-layers";

/** A small "local preview" for the lower right corner, so that no such picture passes for a real one. */
export async function markFor({ widthPx, heightPx }: Canvas): Promise<OverlayOptions> {
  const size = Math.max(9, Math.round(Math.min(widthPx, heightPx) * 0.015));
  const [width, height] = [size * 9, size * 2];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}">
    <text x="${String(width - size * 0.8)}" y="${String(size * 1.2)}" text-anchor="end" font-family="Inter, Helvetica, Arial, sans-serif" font-size="${String(size)}" letter-spacing=".4"
      fill="#fff" fill-opacity=".62" stroke="#000" stroke-opacity=".22" stroke-width="${String(size * 0.09)}" paint-order="stroke">local preview</text></svg>`;
  const input = await sharp(Buffer.from(svg)).png().toBuffer();
  return { input, left: Math.max(0, widthPx - width), top: Math.max(0, heightPx - height) };
}
