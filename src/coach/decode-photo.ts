import { photoThresholds } from "~/catalog/photo-rules";
import type { PhotoType } from "~/catalog/photo-rules";

export interface DecodedPhoto {
  /** Upright, at the size that photos are measured at. */
  canvas: OffscreenCanvas;
  pixels: ImageData;
  widthPx: number;
  heightPx: number;
}

/** Decodes a photo in a worker. @throws when this browser cannot. */
export async function decodePhoto(file: Blob, type: PhotoType): Promise<DecodedPhoto> {
  const bitmap = await openBitmap(file, type);
  const { width: widthPx, height: heightPx } = bitmap;
  const scale = Math.min(1, photoThresholds.measuredLongSidePx / Math.max(widthPx, heightPx));
  const canvas = new OffscreenCanvas(Math.round(widthPx * scale), Math.round(heightPx * scale));
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("No canvas in this worker.");
  // As the server lays transparent parts over white.
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return { canvas, pixels: context.getImageData(0, 0, canvas.width, canvas.height), widthPx, heightPx };
}

async function openBitmap(file: Blob, type: PhotoType): Promise<ImageBitmap> {
  // Without resizing here: Chromium's createImageBitmap forgets a photo's orientation when it does (156, 2026-11-22).
  const own = createImageBitmap(file);
  if (type !== "image/heic") return own;
  // Safari reads HEIC itself; others need libheif, which is 2 MB and loaded only now.
  return own.catch(async () => {
    const { decodeHeic } = await import("~/pixels/decode-heic");
    const { data, width, height } = await decodeHeic(new Uint8Array(await file.arrayBuffer()));
    return createImageBitmap(new ImageData(data, width, height));
  });
}
