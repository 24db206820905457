import type { ListedPhoto } from "./listed-photo";
import type { Upload } from "./uploads-store";

/** How many of a model's places are taken: by photos on the server that were not refused, and by files on their way. */
export function countTaken(uploads: readonly Upload[], photos: readonly ListedPhoto[]): number {
  const listed = new Set(photos.map((photo) => photo.id));
  const onTheirWay = uploads.filter(
    ({ state, photoId }) =>
      state === "measuring" ||
      state === "waiting" ||
      state === "uploading" ||
      (state === "uploaded" && photoId !== null && !listed.has(photoId)),
  );
  return onTheirWay.length + photos.filter((photo) => photo.status !== "refused").length;
}
