import { photoRules, photoTypeOf } from "~/catalog/photo-rules";
import type { PhotoRefusal, PhotoType } from "~/catalog/photo-rules";

import { countWebpFrames } from "./count-webp-frames";
import { readPixelSize } from "./read-pixel-size";

export type CheckedFile =
  | { refusal: PhotoRefusal }
  | {
      refusal: null;
      type: PhotoType;
      /** SHA-256, hex; null where the page may not hash: over plain HTTP. */
      contentHash: string | null;
    };

/**
 * Checks a chosen file on the device, before a byte of it is sent, by the same rules and in the same order as the
 * server. Only what needs every pixel (a photo that breaks off half way) is left to the server.
 *
 * @throws DOMException when the file cannot be read: it was moved, or lies in a cloud that is out of reach.
 */
export async function checkPhotoFile(file: Blob): Promise<CheckedFile> {
  if (file.size === 0) return { refusal: "empty" };
  if (file.size > photoRules.maxBytes) return { refusal: "too-big" };

  const bytes = new Uint8Array(await file.arrayBuffer());
  const { fileTypeFromBuffer } = await import("file-type");
  const type = photoTypeOf((await fileTypeFromBuffer(bytes))?.mime);
  if (!type) return { refusal: "not-a-photo" };
  if (type === "image/webp" && countWebpFrames(bytes) > 1) return { refusal: "animated" };

  const size = await readPixelSize(bytes, type);
  if (!size) return { refusal: "damaged" };
  const { widthPx, heightPx } = size;
  if (widthPx * heightPx > photoRules.maxPixels) return { refusal: "too-many-pixels" };
  if (Math.min(widthPx, heightPx) < photoRules.minShortSidePx) return { refusal: "too-small" };
  return { refusal: null, type, contentHash: await hash(bytes) };
}

async function hash(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  // Browsers leave it out on pages that did not come over HTTPS or from this machine.
  if (!("subtle" in crypto)) return null;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
