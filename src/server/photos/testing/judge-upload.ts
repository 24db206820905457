import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";

import { photoRules } from "~/catalog/photo-rules";

import { decodePhoto } from "../decode-photo";
import { measurePhoto } from "../measure-photo";

/** What of an upload must not be in anything that is kept. */
const TRACES = ["<script", "<?php", "<svg", "<html", "alert(1)"];

/**
 * Sends a file through all that the server does with an upload before anybody sees it.
 *
 * @returns the refusal, or "kept" when what is kept is what a browser shows as a picture, and nothing else.
 * @throws when a check does, or something is kept that should not be.
 */
export async function judgeUpload(bytes: Buffer): Promise<string> {
  const decoded = await decodePhoto(bytes);
  if (decoded.refusal) return decoded.refusal;
  const { prepared, thumbnail, widthPx, heightPx } = decoded;
  await measurePhoto(prepared, decoded.uploaded);

  await requireClean(prepared, "image/jpeg");
  await requireClean(thumbnail, "image/webp");
  if (Math.max(widthPx, heightPx) > photoRules.preparedLongSidePx)
    throw new Error(`A photo of ${widthPx} by ${heightPx} was kept.`);
  return "kept";
}

async function requireClean(kept: Buffer, type: string): Promise<void> {
  const sniffed = (await fileTypeFromBuffer(kept))?.mime;
  if (sniffed !== type) throw new Error(`What is kept is ${sniffed}, not ${type}.`);
  const { exif, xmp, iptc, pages = 1 } = await sharp(kept).metadata();
  if (exif ?? xmp ?? iptc) throw new Error("What is kept has metadata.");
  if (pages > 1) throw new Error("What is kept moves.");
  const words = kept.toString("latin1");
  const trace = TRACES.find((word) => words.includes(word));
  if (trace !== undefined) throw new Error(`What is kept has ${trace} in it.`);
}
