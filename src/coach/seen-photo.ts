import type { FaceBox, PhotoMeasures } from "~/catalog/photo-measures";
import type { PhotoType } from "~/catalog/photo-rules";

import type { Taken } from "./read-taken";

/** What the coach found out about a chosen file, on the device. */
export interface SeenPhoto {
  measures: PhotoMeasures;
  /** Null where this browser cannot look for faces. */
  faces: FaceBox[] | null;
  taken: Taken;
  /** A small upright JPEG to show; also of HEIC, which most browsers cannot show. */
  preview: Blob;
}

/** To the worker. */
export interface LookRequest {
  id: number;
  file: Blob;
  type: PhotoType;
}

/** From the worker; `seen` is null for a file that it could not decode. */
export interface LookAnswer {
  id: number;
  seen: SeenPhoto | null;
}
