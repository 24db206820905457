import libheif from "libheif-js/wasm-bundle.js";

import { photoRules } from "~/catalog/photo-rules";

/** RGBA, row by row, upright. */
export interface HeicPixels {
  data: Uint8ClampedArray<ArrayBuffer>;
  width: number;
  height: number;
}

/**
 * Decodes the first picture of a HEIC file, which sharp's build and most browsers leave out. The size that a file's boxes
 * name may lie, so the picture's own is asked before a pixel is decoded.
 *
 * @throws when there is no picture in it, it has more pixels than a camera makes, or it is damaged.
 */
export async function decodeHeic(bytes: Uint8Array): Promise<HeicPixels> {
  await libheif.ready;
  const decoder = new libheif.HeifDecoder();
  const images = decoder.decode(bytes);
  try {
    const [image] = images;
    if (!image) throw new Error("There is no picture in this HEIC file.");
    const [width, height] = [image.get_width(), image.get_height()];
    if (width * height > photoRules.maxPixels) throw new Error("This HEIC file has too many pixels.");
    const pixels = { data: new Uint8ClampedArray(width * height * 4), width, height };
    await new Promise<void>((resolve, reject) => {
      image.display(pixels, (shown) => {
        if (shown) resolve();
        else reject(new Error("This HEIC file cannot be decoded."));
      });
    });
    return pixels;
  } finally {
    for (const image of images) image.free();
    decoder.decoder.delete();
  }
}
