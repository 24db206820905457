import type { PhotoType } from "~/catalog/photo-rules";
import type { SeenPhoto } from "~/coach/seen-photo";
import type { UploadRouter } from "~/server/photos/upload-router";

/** Without a byte or an answer for so long, an upload will not end by itself: XMLHttpRequest has no limit of its own. */
const STALLED_MS = 60_000;

interface PhotoUpload {
  modelId: string;
  file: File;
  /** Sniffed: browsers leave HEIC's empty and believe a file's name in the others. */
  type: PhotoType;
  /** What the coach saw; null when it could not look. */
  seen: SeenPhoto | null;
  /** Aborting it stops the upload. */
  controller: AbortController;
  onProgress: (percent: number) => void;
}

/**
 * Sends one photo to storage and waits until the server has taken it.
 *
 * @returns the photo's id; null when the model had no place for it any more.
 * @throws when it was aborted, refused or did not get through; `sayWhy` has the sentence for it.
 */
export async function uploadPhoto(upload: PhotoUpload): Promise<string | null> {
  const { modelId, file, type, seen, controller, onProgress } = upload;
  const { genUploader } = await import("uploadthing/client");
  const { uploadFiles } = genUploader<UploadRouter>();

  const restartWatch = watch(controller);
  try {
    const [uploaded] = await uploadFiles("photo", {
      files: [new File([file], file.name, { type, lastModified: file.lastModified })],
      input: { modelId, measures: seen && { ...seen.measures, faces: seen.faces } },
      signal: controller.signal,
      onUploadProgress: ({ progress }) => {
        restartWatch(STALLED_MS);
        onProgress(Math.round(progress));
      },
    });
    // Storage answers without our word when our server fell while it was told of the file.
    const taken: { photoId: string | null } | null | undefined = uploaded?.serverData;
    if (!taken) throw new Error("The server did not take this photo");
    return taken.photoId;
  } finally {
    restartWatch(null);
  }
}

/** What to tell the user about an upload that threw. */
export function sayWhy(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return "This upload stopped moving. Check your connection and retry.";
  // The server's own sentences end in a full stop; the SDK's remarks ("XHR failed 500") do not.
  const isOurs = error instanceof Error && /^[A-Z].*\.$/.test(error.message);
  return isOurs ? error.message : "This upload did not get through. Check your connection and retry.";
}

function watch(controller: AbortController): (ms: number | null) => void {
  const stop = () => {
    controller.abort();
  };
  let timer = setTimeout(stop, STALLED_MS);
  return (ms) => {
    clearTimeout(timer);
    if (ms !== null) timer = setTimeout(stop, ms);
  };
}
