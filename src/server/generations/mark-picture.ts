import sharp from "sharp";

import { photoRules } from "~/catalog/photo-rules";
import { Failure } from "~/server/errors";

import { describeOrigin } from "./describe-origin";
import { markJpeg } from "./mark-jpeg";

export interface MarkedPicture {
  /** JPEG. */
  picture: Buffer;
  /** WebP. */
  thumbnail: Buffer;
  widthPx: number;
  heightPx: number;
}

/**
 * Reads a picture that was made to its last pixel, and makes what is stored of it: itself as a JPEG and a thumbnail, both
 * marked as a model's work. A JPEG keeps its pixels as they are.
 *
 * @throws Failure VENDOR_BUSY when it cannot be decoded.
 */
export async function markPicture(image: Buffer, generationId: string): Promise<MarkedPicture> {
  const xmp = describeOrigin(generationId);
  try {
    const source = sharp(image, { failOn: "truncated" });
    const { format, width, height } = await source.metadata();
    const side = photoRules.thumbnailLongSidePx;
    const thumbnail = await source
      .clone()
      .resize({ width: side, height: side, fit: "inside" })
      .webp({ quality: 80 })
      .withXmp(xmp)
      .toBuffer();
    const picture =
      format === "jpeg"
        ? markJpeg(image, xmp)
        : await source.flatten({ background: "#ffffff" }).jpeg({ quality: 95 }).withXmp(xmp).toBuffer();
    return { picture, thumbnail, widthPx: width, heightPx: height };
  } catch (cause) {
    throw new Failure("VENDOR_BUSY", "Together sent a picture that cannot be read.", { cause });
  }
}
