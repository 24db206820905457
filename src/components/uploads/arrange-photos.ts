import { photoRefusals, photoRules } from "~/catalog/photo-rules";

import { countTaken } from "./count-taken";
import type { ListedPhoto } from "./listed-photo";
import type { Upload } from "./uploads-store";

/** A photo in the grid, wherever it has got to. */
export interface PhotoTileData {
  /** Stays the same from the drop to the finished photo. */
  key: string;
  name: string;
  uploadId: string | null;
  photoId: string | null;
  /** `examining` is here, `checking` is on the server. */
  state: "examining" | "waiting" | "uploading" | "checking" | "ready";
  /** Of its bytes, 0..100. */
  percent: number;
  src: string | undefined;
}

/** A file that will not be used, with what to do about it. */
export interface PhotoProblem {
  key: string;
  name: string;
  reason: string;
  uploadId: string | null;
  photoId: string | null;
  canRetry: boolean;
  src: string | undefined;
}

export interface PhotoSet {
  /** In the order in which they came. */
  tiles: PhotoTileData[];
  problems: PhotoProblem[];
  /** Photos that the server has and has not refused. */
  count: number;
  /** Files that are still being read or sent. */
  moving: number;
  /** Places left, counting what is on its way. */
  room: number;
}

/** Joins what the server lists with what this tab is uploading into the one set that the user sees. */
export function arrangePhotos(photos: readonly ListedPhoto[], uploads: readonly Upload[]): PhotoSet {
  const listed = new Map(photos.map((photo) => [photo.id, photo]));
  const uploadedHere = new Set(uploads.map((upload) => upload.photoId));
  const fromBefore = photos.filter((photo) => !uploadedHere.has(photo.id));

  const places = [
    ...fromBefore.map((photo) => placePhoto(photo)),
    ...uploads.map((upload) => {
      const photo = upload.photoId === null ? undefined : listed.get(upload.photoId);
      return photo ? placePhoto(photo, upload) : placeUpload(upload);
    }),
  ];

  return {
    tiles: places.flatMap((place) => place.tile ?? []),
    problems: places.flatMap((place) => place.problem ?? []),
    count: photos.filter((photo) => photo.status !== "refused").length,
    moving: uploads.filter(({ state }) => isMoving[state]).length,
    room: Math.max(0, photoRules.maxCount - countTaken(uploads, photos)),
  };
}

interface Place {
  tile?: PhotoTileData;
  problem?: PhotoProblem;
}

const isMoving = {
  checking: true,
  measuring: true,
  waiting: true,
  uploading: true,
  uploaded: false,
  refused: false,
  failed: false,
} as const satisfies Record<Upload["state"], boolean>;

function placePhoto(photo: ListedPhoto, upload?: Upload): Place {
  const { id: photoId, name, status, refusal } = photo;
  const preview = upload?.previewUrl ?? undefined;
  const shared = { key: upload?.id ?? photoId, name, photoId, uploadId: upload?.id ?? null };
  if (status === "refused") {
    const reason = photoRefusals[refusal ?? "damaged"];
    return { problem: { ...shared, reason, canRetry: false, src: preview } };
  }
  if (status === "uploaded") return { tile: { ...shared, state: "checking", percent: 100, src: preview } };
  const src = preview ?? `/api/files/photo/${photoId}?as=thumbnail`;
  return { tile: { ...shared, state: "ready", percent: 100, src } };
}

function placeUpload(upload: Upload): Place {
  const { id, file, state, percent, reason, canRetry, previewUrl } = upload;
  const shared = {
    key: id,
    name: file.name,
    uploadId: id,
    photoId: upload.photoId,
    src: previewUrl ?? undefined,
  };
  if (state === "refused" || state === "failed") {
    return { problem: { ...shared, reason: reason ?? "This file could not be used.", canRetry } };
  }
  const shown = {
    checking: "examining",
    measuring: "examining",
    waiting: "waiting",
    uploading: "uploading",
    uploaded: "checking",
  } as const;
  return { tile: { ...shared, state: shown[state], percent } };
}
