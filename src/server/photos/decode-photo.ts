import { fileTypeFromBuffer } from "file-type";
import decodeHeic from "heic-decode";
import { imageSize } from "image-size";
import sharp from "sharp";
import type { Sharp } from "sharp";

import { photoRules, photoTypeOf } from "~/catalog/photo-rules";
import type { PhotoRefusal, PhotoType } from "~/catalog/photo-rules";

export type DecodedPhoto =
  | { refusal: PhotoRefusal }
  | {
      refusal: null;
      type: PhotoType;
      prepared: Buffer;
      thumbnail: Buffer;
      widthPx: number;
      heightPx: number;
    };

/**
 * Reads an upload to its last pixel and makes what is kept of it: upright, without metadata, at most 1536 px, JPEG;
 * and a WebP thumbnail. Believes the bytes and nothing else.
 *
 * @returns what is kept, with its size in pixels, or why it cannot be used.
 */
export async function decodePhoto(bytes: Buffer): Promise<DecodedPhoto> {
  if (bytes.length === 0) return { refusal: "empty" };
  if (bytes.length > photoRules.maxBytes) return { refusal: "too-big" };
  const type = photoTypeOf((await fileTypeFromBuffer(bytes))?.mime);
  if (!type) return { refusal: "not-a-photo" };

  try {
    const refusal = await refuseBySize(bytes, type);
    if (refusal) return { refusal };

    const upright = await openUpright(bytes, type);
    const { preparedLongSidePx, thumbnailLongSidePx } = photoRules;
    const { data: prepared, info } = await upright
      .resize({
        width: preparedLongSidePx,
        height: preparedLongSidePx,
        fit: "inside",
        withoutEnlargement: true,
      })
      .flatten({ background: "#ffffff" })
      .jpeg({ quality: 92 })
      .toBuffer({ resolveWithObject: true });
    const thumbnail = await sharp(prepared)
      .resize({ width: thumbnailLongSidePx, height: thumbnailLongSidePx, fit: "inside" })
      .webp({ quality: 80 })
      .toBuffer();
    return { refusal: null, type, prepared, thumbnail, widthPx: info.width, heightPx: info.height };
  } catch {
    // Whatever the decoder dislikes, the person can only choose another copy.
    return { refusal: "damaged" };
  }
}

async function refuseBySize(bytes: Buffer, type: PhotoType): Promise<PhotoRefusal | undefined> {
  const { widthPx, heightPx, frames } = await readHeader(bytes, type);
  if (frames > 1) return "animated";
  if (widthPx * heightPx > photoRules.maxPixels) return "too-many-pixels";
  if (Math.min(widthPx, heightPx) < photoRules.minShortSidePx) return "too-small";
  return undefined;
}

/** The header alone: a bomb must be refused before a pixel of it is decoded. */
async function readHeader(bytes: Buffer, type: PhotoType) {
  if (type === "image/heic") {
    // A phone stores a photo as tiles of 512 px: the photo itself is the largest of what the header names.
    const { width, height, images = [] } = imageSize(bytes);
    const area = (size: { width: number; height: number }) => size.width * size.height;
    const largest = images.reduce((best, size) => (area(size) > area(best) ? size : best), { width, height });
    return { widthPx: largest.width, heightPx: largest.height, frames: 1 };
  }
  const { width, height, pages } = await sharp(bytes, { limitInputPixels: false }).metadata();
  return { widthPx: width, heightPx: height, frames: pages ?? 1 };
}

async function openUpright(bytes: Buffer, type: PhotoType): Promise<Sharp> {
  if (type === "image/heic") {
    // sharp's own build leaves HEVC out; libheif also turns the picture upright.
    const { width, height, data } = await decodeHeic({ buffer: bytes });
    return sharp(Buffer.from(data.buffer), { raw: { width, height, channels: 4 } });
  }
  return sharp(bytes, { failOn: "truncated", limitInputPixels: photoRules.maxPixels }).autoOrient();
}
