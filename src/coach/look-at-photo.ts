import type { PhotoType } from "~/catalog/photo-rules";
import { measurePixels } from "~/pixels/measure-pixels";

import { decodePhoto } from "./decode-photo";
import { findFaces } from "./find-faces";
import { readTaken } from "./read-taken";
import type { SeenPhoto } from "./seen-photo";

/** Twice the widest a photo is shown in the grid. */
const PREVIEW_WIDTH_PX = 400;

/** Finds out all that is told of a chosen photo, in a worker and without the network. @throws when it cannot be decoded. */
export async function lookAtPhoto(file: Blob, type: PhotoType): Promise<SeenPhoto> {
  const taken = readTaken(file);
  const { canvas, pixels, widthPx, heightPx } = await decodePhoto(file, type);
  const { data, width, height } = pixels;
  const measures = measurePixels({ data, width, height, channels: 4 }, { widthPx, heightPx });
  const [faces, preview] = await Promise.all([findFaces(canvas), makePreview(canvas)]);
  return { measures, faces, preview, taken: await taken };
}

async function makePreview(source: OffscreenCanvas): Promise<Blob> {
  const height = Math.max(1, Math.round((PREVIEW_WIDTH_PX * source.height) / source.width));
  const canvas = new OffscreenCanvas(PREVIEW_WIDTH_PX, height);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("No canvas in this worker.");
  context.imageSmoothingQuality = "high";
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: "image/jpeg", quality: 0.8 });
}
