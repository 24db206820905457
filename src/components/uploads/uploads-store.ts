import { create } from "zustand";

import type { PhotoType } from "~/catalog/photo-rules";
import type { SeenPhoto } from "~/coach/seen-photo";

/** A file on its way to becoming a photo of a model. */
export interface Upload {
  /** Made here; the photo gets an id of its own. */
  id: string;
  modelId: string;
  file: File;
  state: "checking" | "refused" | "measuring" | "waiting" | "uploading" | "failed" | "uploaded";
  /** Of its bytes, 0..100. */
  percent: number;
  /** Why it was refused or failed, for the user. */
  reason: string | null;
  /** Whether the same file may work later. */
  canRetry: boolean;
  type: PhotoType | null;
  /** SHA-256, hex. */
  contentHash: string | null;
  /** What the coach saw; null before it looked, and when it could not. */
  seen: SeenPhoto | null;
  /** An object URL. */
  previewUrl: string | null;
  /** Known once it is uploaded. */
  photoId: string | null;
  /** Whether the server's list has shown the photo. */
  isListed: boolean;
}

/** Files outlive the step and the page that they were dropped on, so they are kept for the whole tab. */
export const useUploads = create<{ uploads: Upload[] }>(() => ({ uploads: [] }));

/** Changes one upload; does nothing for one that has been removed meanwhile. */
export function changeUpload(id: string, change: Partial<Upload>): void {
  useUploads.setState(({ uploads }) => ({
    uploads: uploads.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)),
  }));
}

export function findUpload(id: string): Upload | undefined {
  return useUploads.getState().uploads.find((upload) => upload.id === id);
}
