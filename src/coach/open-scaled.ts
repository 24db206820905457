import { photoThresholds } from "~/catalog/photo-rules";

/** Enough of a file for its size and orientation, which stand before the picture. */
const HEAD_BYTES = 256 * 1024;
/** A JPEG can be decoded at so many sizes: one to eight eighths of its own. */
const EIGHTHS = 8;

export interface OpenedPhoto {
  /** Drawn upright. To be closed. */
  image: VideoFrame | ImageBitmap;
  /** Of the photo itself, upright. */
  widthPx: number;
  heightPx: number;
}

/**
 * Opens a JPEG at the smallest size that is still enough to measure: of 12 megapixels two are decoded and held in memory.
 * Firefox and Safari do not say how a decoded frame still has to be turned; Chromium 156 does, and draws it so (2026-11-23).
 *
 * @returns null where the browser or the photo is not fit for it. @throws when the photo is damaged.
 */
export async function openScaled(file: Blob): Promise<OpenedPhoto | null> {
  if (!("ImageDecoder" in self) || !("rotation" in VideoFrame.prototype)) return null;
  const { imageSize } = await import("image-size");
  const {
    width,
    height,
    orientation = 1,
  } = imageSize(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  const scale = Math.ceil((EIGHTHS * photoThresholds.measuredLongSidePx) / Math.max(width, height)) / EIGHTHS;
  if (scale >= 1) return null;
  const decoder = new ImageDecoder({
    data: file.stream(),
    type: "image/jpeg",
    desiredWidth: Math.ceil(width * scale),
    desiredHeight: Math.ceil(height * scale),
  });
  try {
    const { image } = await decoder.decode();
    const isTurned = orientation >= 5;
    return { image, widthPx: isTurned ? height : width, heightPx: isTurned ? width : height };
  } finally {
    decoder.close();
  }
}
