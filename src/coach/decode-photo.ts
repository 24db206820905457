import { photoThresholds } from "~/catalog/photo-rules";
import type { PhotoType } from "~/catalog/photo-rules";

import { openScaled } from "./open-scaled";
import type { OpenedPhoto } from "./open-scaled";

export interface DecodedPhoto {
  /** Upright, at the size that photos are measured at. */
  canvas: OffscreenCanvas;
  pixels: ImageData;
  widthPx: number;
  heightPx: number;
}

/** Decodes a photo in a worker. @throws when this browser cannot. */
export async function decodePhoto(file: Blob, type: PhotoType): Promise<DecodedPhoto> {
  const { image, widthPx, heightPx } = await openPhoto(file, type);
  const scale = Math.min(1, photoThresholds.measuredLongSidePx / Math.max(widthPx, heightPx));
  const canvas = new OffscreenCanvas(Math.round(widthPx * scale), Math.round(heightPx * scale));
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("No canvas in this worker.");
  // As the server lays transparent parts over white.
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = "high";
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  return { canvas, pixels: context.getImageData(0, 0, canvas.width, canvas.height), widthPx, heightPx };
}

async function openPhoto(file: Blob, type: PhotoType): Promise<OpenedPhoto> {
  // A damaged photo is for the bitmap to refuse: it shows what there is of one that only ends too soon.
  const scaled = type === "image/jpeg" ? await openScaled(file).catch(() => null) : null;
  if (scaled) return scaled;
  const bitmap = await openBitmap(file, type);
  return { image: bitmap, widthPx: bitmap.width, heightPx: bitmap.height };
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
