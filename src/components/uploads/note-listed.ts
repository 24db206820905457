import type { ListedPhoto } from "./listed-photo";
import { dropUpload } from "./run-uploads";
import { changeUpload, useUploads } from "./uploads-store";
import type { Upload } from "./uploads-store";

/** Keeps a model's uploads in step with the server's list of its photos. */
export function noteListed(modelId: string, photos: readonly ListedPhoto[]): void {
  const uploads = useUploads.getState().uploads.filter((upload) => upload.modelId === modelId);
  for (const upload of uploads) {
    if (upload.state === "failed") settleLate(upload, photos, uploads);
    if (upload.photoId === null) continue;

    const isThere = photos.some((photo) => photo.id === upload.photoId);
    if (isThere && !upload.isListed) changeUpload(upload.id, { isListed: true });
    // It was listed and no longer is: removed in another tab or on another device.
    if (!isThere && upload.isListed) dropUpload(upload.id);
  }
}

/** An upload whose answer was lost may have arrived all the same: then its photo is there, and nobody's. */
function settleLate(upload: Upload, photos: readonly ListedPhoto[], uploads: readonly Upload[]): void {
  const { id, file } = upload;
  const photo = photos.find(
    ({ id: photoId, name, bytes }) =>
      name === file.name && bytes === file.size && !uploads.some((other) => other.photoId === photoId),
  );
  if (photo) changeUpload(id, { state: "uploaded", reason: null, photoId: photo.id, isListed: true });
}
