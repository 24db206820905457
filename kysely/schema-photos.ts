import type { Generated } from "kysely";

import type { DeviceMeasures, PhotoMeasures } from "~/catalog/photo-measures";
import type { PhotoRefusal, PhotoType } from "~/catalog/photo-rules";

import type { ModelKind } from "./schema";
import type { CreatedAt, Json } from "./schema-columns";

export type PhotoStatus = "uploaded" | "ready" | "refused";

/** An uploaded photo of a model's subject. */
export interface PhotoTable {
  id: string;
  userId: string;
  modelId: string;
  status: Generated<PhotoStatus>;
  /** The file as it was uploaded; null once the prepared one has replaced it. */
  originalKey: string | null;
  /** Oriented, stripped of metadata, at most 1536 px: JPEG. */
  preparedKey: string | null;
  thumbnailKey: string | null;
  /** The file's own name, as the browser gave it. */
  name: string;
  bytes: number;
  /** Sniffed from the bytes, never declared. */
  type: PhotoType | null;
  widthPx: number | null;
  heightPx: number | null;
  /** SHA-256 of the upload, hex. */
  contentHash: string | null;
  /** Of `measures`, on the server: higher is sharper. */
  sharpness: number | null;
  /** Mean luminance, 0..255. */
  brightness: number | null;
  /** All that was measured on the server; null before it was, and for photos from before measuring. */
  measures: Json<PhotoMeasures> | null;
  /** What the browser said it measured: believed only to choose among usable photos. */
  deviceMeasures: Json<DeviceMeasures> | null;
  /** Its place among the references that the last training chose, from 1. */
  referenceRank: number | null;
  refusal: PhotoRefusal | null;
  createdAt: CreatedAt;
}

/** A training that ended well: what it was made of, and what came of it. */
export interface ModelVersionTable {
  id: string;
  userId: string;
  modelId: string;
  /** From 1; never used again, also when the version is deleted. */
  number: number;
  /** The training that made it. */
  attempt: number;
  kind: ModelKind;
  /** Null for an Instant one, which is its reference photos. */
  weightsKey: string | null;
  /** Photos it was trained with, some of which may have been removed since. */
  photoCount: number;
  createdAt: CreatedAt;
}

/** The photos of a version that are still there. */
export interface ModelVersionPhotoTable {
  versionId: string;
  photoId: string;
  /** Its place among the version's reference photos, from 1. */
  referenceRank: number | null;
}

/** Meters fine-tunings apart from models, so that deleting a model does not give one back. */
export interface FineTuningUseTable {
  id: string;
  userId: string;
  /** Kept after the model is gone. */
  modelId: string;
  attempt: number;
  createdAt: CreatedAt;
  /** Set when the training failed or was cancelled. */
  givenBackAt: Date | null;
}
