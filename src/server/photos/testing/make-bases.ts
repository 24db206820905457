import { readFile } from "node:fs/promises";

import sharp from "sharp";

const SIDE_PX = 512;

/** Good photos of every type and some shapes of them, small so that thousands can be decoded: what mutations begin with. */
export async function makeBases(): Promise<Record<string, Buffer>> {
  const noise = { type: "gaussian", mean: 128, sigma: 20 } as const;
  const scene = await sharp({
    create: { width: SIDE_PX, height: SIDE_PX, channels: 3, background: "#864", noise },
  })
    .blur(6)
    .png()
    .toBuffer();
  const photo = () => sharp(scene);
  return {
    jpeg: await photo().jpeg({ quality: 60 }).toBuffer(),
    progressive: await photo().jpeg({ quality: 60, progressive: true }).toBuffer(),
    cmyk: await photo().toColourspace("cmyk").jpeg().toBuffer(),
    png: await photo().png().toBuffer(),
    palette: await photo().png({ palette: true }).toBuffer(),
    "16 bits": await photo().toColourspace("rgb16").png().toBuffer(),
    transparent: await photo().ensureAlpha(0.5).png().toBuffer(),
    webp: await photo().webp({ quality: 60 }).toBuffer(),
    "webp lossless": await photo().webp({ lossless: true, effort: 0 }).toBuffer(),
    heic: await readFile(new URL("photo.heic", import.meta.url)),
  };
}
