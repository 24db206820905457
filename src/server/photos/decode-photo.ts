import { fileTypeFromBuffer } from "file-type";
import { imageSize } from "image-size";
import sharp from "sharp";
import type { Sharp } from "sharp";

import { photoRules, photoTypeOf } from "~/catalog/photo-rules";
import type { PhotoRefusal, PhotoType } from "~/catalog/photo-rules";
import { decodeHeic } from "~/pixels/decode-heic";

export type DecodedPhoto =
  | { refusal: PhotoRefusal }
  | {
      refusal: null;
      type: PhotoType;
      prepared: Buffer;
      thumbnail: Buffer;
      widthPx: number;
      heightPx: number;
      /** Of the upload, upright. */
      uploaded: { widthPx: number; heightPx: number };
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
  const type = photoTypeOf(await sniff(bytes));
  if (!type) return { refusal: "not-a-photo" };

  try {
    const header = await readHeader(bytes, type);
    const refusal = refuseBySize(header);
    if (refusal) return { refusal };

    const { data: prepared, info } = await prepare(bytes, type);
    const thumbnailPx = photoRules.thumbnailLongSidePx;
    const thumbnail = await sharp(prepared)
      .resize({ width: thumbnailPx, height: thumbnailPx, fit: "inside" })
      .webp({ quality: 80 })
      .toBuffer();
    const size = { widthPx: info.width, heightPx: info.height };
    return { refusal: null, type, prepared, thumbnail, ...size, uploaded: turnLike(size, header) };
  } catch {
    // Whatever the decoder dislikes, the person can only choose another copy.
    return { refusal: "damaged" };
  }
}

/** The media type by the bytes; undefined also where they end within what would tell it, which throws (file-type 21.3.0). */
async function sniff(bytes: Buffer): Promise<string | undefined> {
  return fileTypeFromBuffer(bytes).then(
    (found) => found?.mime,
    () => undefined,
  );
}

function refuseBySize({ widthPx, heightPx, frames }: Header): PhotoRefusal | undefined {
  if (frames > 1) return "animated";
  if (widthPx * heightPx > photoRules.maxPixels) return "too-many-pixels";
  if (Math.min(widthPx, heightPx) < photoRules.minShortSidePx) return "too-small";
  return undefined;
}

interface Header {
  widthPx: number;
  heightPx: number;
  frames: number;
}

/** The header's size, which knows nothing of turning, as an upright photo has it. */
function turnLike(upright: { widthPx: number; heightPx: number }, { widthPx, heightPx }: Header) {
  const isTurned = upright.widthPx > upright.heightPx !== widthPx > heightPx;
  return isTurned ? { widthPx: heightPx, heightPx: widthPx } : { widthPx, heightPx };
}

/** The header alone: a bomb must be refused before a pixel of it is decoded. */
async function readHeader(bytes: Buffer, type: PhotoType): Promise<Header> {
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

/** What is kept of a photo. @throws when it breaks off, wherever its header says that it ends. */
async function prepare(bytes: Buffer, type: PhotoType) {
  const side = photoRules.preparedLongSidePx;
  const keep = (upright: Sharp) =>
    upright
      .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      // Printers' and scanners' photos come in CMYK or 16 bits.
      .toColourspace("srgb")
      .jpeg({ quality: 92 })
      .toBuffer({ resolveWithObject: true });

  if (type === "image/heic") {
    // sharp's own build leaves HEVC out; libheif also turns the picture upright.
    const { width, height, data } = await decodeHeic(bytes);
    return keep(sharp(Buffer.from(data.buffer), { raw: { width, height, channels: 4 } }));
  }
  try {
    return await keep(open(bytes, "warning"));
  } catch (error) {
    // Phones write stray bytes that decoders only warn of; of pixels that never came they warn no louder.
    if (error instanceof Error && /premature end/i.test(error.message)) throw error;
    return keep(open(bytes, "truncated"));
  }
}

function open(bytes: Buffer, failOn: "warning" | "truncated"): Sharp {
  return sharp(bytes, { failOn, limitInputPixels: photoRules.maxPixels }).autoOrient();
}
