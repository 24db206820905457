import { createHash } from "node:crypto";

import type { PhotoRefusal } from "~/catalog/photo-rules";
import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import type { PhotoStatus, PhotoTable } from "~/kysely/schema";
import { announceDeletion, dropFiles } from "~/server/privacy/drop-files";
import { storeFiles } from "~/server/vendors/uploadthing";
import { openFile } from "~/server/vendors/uploadthing-read";
import type { Selectable, Updateable } from "kysely";

import { decodePhoto } from "./decode-photo";
import { measurePhoto } from "./measure-photo";
import { findPhoto } from "./queries";

type Photo = Selectable<PhotoTable>;

/**
 * Turns an upload into a photo that can be trained with, or refuses it with a reason. The upload itself is deleted.
 * Safe to repeat: only a photo that is still `uploaded` moves.
 *
 * @returns the photo's status; undefined when it is gone.
 * @throws Failure VENDOR_BUSY when storage does not answer.
 */
export async function preparePhoto(db: Db, input: { photoId: string }): Promise<PhotoStatus | undefined> {
  const photo = await findPhoto(db, input.photoId);
  if (photo?.status !== "uploaded" || photo.originalKey === null) return photo?.status;

  const file = await openFile(photo.originalKey);
  const bytes = Buffer.from(await file.arrayBuffer());
  const decoded = await decodePhoto(bytes);
  if (decoded.refusal) return settle(db, photo, refused(decoded.refusal));

  const contentHash = createHash("sha256").update(bytes).digest("hex");
  if (await isDuplicate(db, photo, contentHash)) return settle(db, photo, refused("duplicate"));

  const measures = await measurePhoto(decoded.prepared, decoded.uploaded);
  const [preparedKey, thumbnailKey] = await storeFiles([
    { name: `${photo.id}.jpg`, type: "image/jpeg", body: new Uint8Array(decoded.prepared) },
    { name: `${photo.id}.webp`, type: "image/webp", body: new Uint8Array(decoded.thumbnail) },
  ]);
  const { type, widthPx, heightPx } = decoded;
  const ready = { status: "ready", preparedKey, thumbnailKey, type, widthPx, heightPx, contentHash } as const;
  const { sharpness, brightness } = measures;
  return settle(db, photo, { ...ready, sharpness, brightness, measures: JSON.stringify(measures) });
}

function refused(refusal: PhotoRefusal): Updateable<PhotoTable> {
  return { status: "refused", refusal };
}

async function isDuplicate(db: Db, photo: Photo, contentHash: string): Promise<boolean> {
  const twin = await db
    .selectFrom("photo")
    .select("id")
    .where("modelId", "=", photo.modelId)
    .where("contentHash", "=", contentHash)
    .where("status", "=", "ready")
    .executeTakeFirst();
  return twin !== undefined;
}

/** Moves the photo and drops every file that is no longer needed, together. */
async function settle(
  db: Db,
  photo: Photo,
  change: Updateable<PhotoTable>,
): Promise<PhotoStatus | undefined> {
  const of = { userId: photo.userId, subject: "upload", subjectId: photo.id } as const;
  const stored = [change.preparedKey ?? null, change.thumbnailKey ?? null];

  const { status, deletionId } = await inTransaction(db, async (trx) => {
    // Twins that are prepared at the same time meet here: the second one waits and then sees the first.
    await trx.selectFrom("model").select("id").where("id", "=", photo.modelId).forUpdate().execute();
    const isTwin = change.contentHash && (await isDuplicate(trx, photo, change.contentHash));
    const moved = await trx
      .updateTable("photo")
      .set({ ...(isTwin ? refused("duplicate") : change), originalKey: null })
      .where("id", "=", photo.id)
      .where("status", "=", "uploaded")
      .returning("status")
      .executeTakeFirst();
    const wasted = moved?.status === "ready" ? [] : stored;
    const keys = moved ? [photo.originalKey, ...wasted] : wasted;
    return { status: moved?.status, deletionId: await dropFiles(trx, { ...of, keys }) };
  });

  await announceDeletion(deletionId);
  return status;
}
