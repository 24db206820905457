import type { ListedPhoto } from "./listed-photo";
import { dropUpload } from "./run-uploads";
import { changeUpload, useUploads } from "./uploads-store";

/** Keeps the tab's uploads in step with the server's list: one that was listed and no longer is was removed elsewhere. */
export function noteListed(modelId: string, photos: readonly ListedPhoto[]): void {
  const listed = new Set(photos.map((photo) => photo.id));
  for (const { id, modelId: of, photoId, isListed } of useUploads.getState().uploads) {
    if (of !== modelId || photoId === null) continue;
    if (listed.has(photoId) && !isListed) changeUpload(id, { isListed: true });
    if (!listed.has(photoId) && isListed) dropUpload(id);
  }
}
