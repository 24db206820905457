import { photoRefusals, photoRules } from "~/catalog/photo-rules";
import type { PhotoType } from "~/catalog/photo-rules";

import { askCoach } from "./ask-coach";
import { checkPhotoFile } from "./check-photo-file";
import { countTaken } from "./count-taken";
import type { ListedPhoto } from "./listed-photo";
import { makePreview } from "./make-preview";
import { runUploads } from "./run-uploads";
import { changeUpload, findUpload, useUploads } from "./uploads-store";
import type { Upload } from "./uploads-store";

/** The photos that the server has of the model, asked at the moment they are needed. */
type ListPhotos = () => readonly ListedPhoto[];

/** One after the other: of two copies the second is the duplicate, and a phone holds one photo in memory. */
let checks: Promise<unknown> = Promise.resolve();

/** Takes the files that were chosen for a model: each is checked and looked at here, then uploaded at once or refused by name. */
export function addPhotos(modelId: string, files: readonly File[], listPhotos: ListPhotos): void {
  const added = files.map((file): Upload => ({ ...fresh, id: crypto.randomUUID(), modelId, file }));
  useUploads.setState(({ uploads }) => ({ uploads: [...uploads, ...added] }));
  for (const { id } of added) checks = checks.then(() => examine(id, listPhotos));
}

/** Tries a file again that failed, or that found no place. */
export function retryUpload(id: string, listPhotos: ListPhotos): void {
  changeUpload(id, { state: "checking", reason: null, canRetry: false, percent: 0 });
  checks = checks.then(() => examine(id, listPhotos));
}

const fresh = {
  state: "checking",
  percent: 0,
  reason: null,
  canRetry: false,
  type: null,
  contentHash: null,
  seen: null,
  previewUrl: null,
  photoId: null,
  isListed: false,
} as const satisfies Partial<Upload>;

async function examine(id: string, listPhotos: ListPhotos): Promise<void> {
  const upload = findUpload(id);
  if (!upload) return;
  const verdict = await judge(upload, listPhotos);
  changeUpload(id, verdict);
  // Not waited for: while one photo is looked at, the next is checked.
  if (verdict.state === "measuring") void measure(id, verdict.type);
}

/** Has the photo looked at before it is sent, so that what was measured goes along. */
async function measure(id: string, type: PhotoType): Promise<void> {
  const upload = findUpload(id);
  if (!upload) return;
  const seen = upload.seen ?? (await askCoach(upload.file, type));
  const previewUrl =
    upload.previewUrl ?? (seen ? URL.createObjectURL(seen.preview) : await makePreview(upload.file));
  if (previewUrl && !findUpload(id)) URL.revokeObjectURL(previewUrl);
  changeUpload(id, { seen, previewUrl, state: "waiting" });
  runUploads();
}

type Verdict =
  | { state: "refused"; reason: string; canRetry: boolean }
  | { state: "measuring"; type: PhotoType; contentHash: string | null };

async function judge(upload: Upload, listPhotos: ListPhotos): Promise<Verdict> {
  const checked = await checkPhotoFile(upload.file).catch(() => null);
  if (!checked) return refuse("This file could not be read. Choose it again.");
  if (checked.refusal) return refuse(photoRefusals[checked.refusal]);

  const { type, contentHash } = checked;
  const others = useUploads.getState().uploads.filter((other) => other.id !== upload.id);
  const siblings = others.filter((other) => other.modelId === upload.modelId);
  const photos = listPhotos();
  const twin = contentHash === null ? undefined : findTwin(contentHash, siblings, photos);
  if (twin) return refuse(`Same photo as ${twin}. It is added once.`);

  if (countTaken(siblings, photos) >= photoRules.maxCount) {
    const reason = `A model takes at most ${photoRules.maxCount} photos. Remove one, then retry, or leave this one out.`;
    return { ...refuse(reason), canRetry: true };
  }
  return { state: "measuring", type, contentHash };
}

/** The name of the same photo, in this tab or, after a reload, on the server. */
function findTwin(contentHash: string, uploads: readonly Upload[], photos: readonly ListedPhoto[]) {
  const upload = uploads.find((other) => other.contentHash === contentHash && other.state !== "failed");
  if (upload) return upload.file.name;
  return photos.find((photo) => photo.contentHash === contentHash && photo.status === "ready")?.name;
}

function refuse(reason: string) {
  return { state: "refused", reason, canRetry: false } as const;
}
