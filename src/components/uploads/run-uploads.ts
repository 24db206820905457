import { sayWhy, uploadPhoto } from "./upload-photo";
import { changeUpload, findUpload, useUploads } from "./uploads-store";
import type { Upload } from "./uploads-store";

/** A browser opens six connections to a host; some are left for the page. */
const AT_ONCE = 4;

const controllers = new Map<string, AbortController>();

/** Sends what waits, a few at a time, until nothing does. Safe to call at any time. */
export function runUploads(): void {
  const waiting = useUploads.getState().uploads.filter((upload) => upload.state === "waiting");
  for (const upload of waiting.slice(0, AT_ONCE - controllers.size)) void send(upload);
}

/** Forgets an upload, and stops it when it is on its way. A photo that has arrived stays on the server. */
export function dropUpload(id: string): void {
  const upload = findUpload(id);
  if (upload?.previewUrl) URL.revokeObjectURL(upload.previewUrl);
  useUploads.setState(({ uploads }) => ({ uploads: uploads.filter((other) => other.id !== id) }));
  controllers.get(id)?.abort();
}

/** Forgets every upload of a model. */
export function dropUploadsOf(modelId: string): void {
  for (const { id } of useUploads.getState().uploads.filter((upload) => upload.modelId === modelId)) {
    dropUpload(id);
  }
}

async function send({ id, modelId, file, type, seen }: Upload): Promise<void> {
  if (type === null) return;
  const controller = new AbortController();
  controllers.set(id, controller);
  changeUpload(id, { state: "uploading", percent: 0, reason: null });
  try {
    const onProgress = (percent: number) => {
      changeUpload(id, { percent });
    };
    const photoId = await uploadPhoto({ modelId, file, type, seen, controller, onProgress });
    changeUpload(
      id,
      photoId === null
        ? {
            state: "failed",
            reason: "There was no place left for this photo. Remove one and retry.",
            canRetry: true,
          }
        : { state: "uploaded", percent: 100, photoId },
    );
  } catch (error) {
    changeUpload(id, { state: "failed", reason: sayWhy(error, controller.signal), canRetry: true });
  } finally {
    controllers.delete(id);
    runUploads();
  }
}
