import { coachSet } from "~/pixels/coach-set";
import type { CoachedSet, KnownPhoto } from "~/pixels/coach-set";

import type { PhotoSet } from "./arrange-photos";
import type { ListedPhoto } from "./listed-photo";
import type { Upload } from "./uploads-store";

/**
 * What the coach says of the photos in the grid: by what this tab saw of them, or, for those that came earlier, by what the
 * server measured. Days are known for this tab's photos only.
 */
export function coachPhotos(known: {
  set: Pick<PhotoSet, "tiles">;
  photos: readonly ListedPhoto[];
  uploads: readonly Upload[];
  /** Of animals no faces are looked for. */
  isPet: boolean;
}): CoachedSet {
  const { set, photos, uploads, isPet } = known;
  const listed = new Map(photos.map((photo) => [photo.id, photo]));
  const sent = new Map(uploads.map((upload) => [upload.id, upload]));
  return coachSet(
    set.tiles.map(({ key, photoId, uploadId }): KnownPhoto => {
      const seen = uploadId === null ? null : sent.get(uploadId)?.seen;
      const photo = photoId === null ? null : listed.get(photoId);
      return {
        key,
        measures: seen?.measures ?? photo?.measures ?? null,
        faces: isPet ? null : ((seen ? seen.faces : photo?.faces) ?? null),
        takenOn: seen?.taken.on ?? null,
        takenWith: seen?.taken.with ?? null,
      };
    }),
  );
}
