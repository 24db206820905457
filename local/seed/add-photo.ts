import { readFile } from "node:fs/promises";
import { basename } from "node:path";

import type { Db } from "~/kysely/database";
import { newId } from "~/server/new-id";
import { preparePhoto } from "~/server/photos/prepare-photo";
import { storeFile } from "~/server/vendors/uploadthing";

/** Puts a JPEG among a model's photos as an upload would have, and prepares it. */
export async function addPhoto(
  db: Db,
  photo: { userId: string; modelId: string; path: string; name?: string },
): Promise<void> {
  const { userId, modelId, path, name = basename(path) } = photo;
  const bytes = await readFile(path);
  const originalKey = await storeFile({ name, type: "image/jpeg", body: new Uint8Array(bytes) });
  const photoId = newId();
  await db
    .insertInto("photo")
    .values({ id: photoId, userId, modelId, originalKey, name, bytes: bytes.length })
    .execute();
  await preparePhoto(db, { photoId });
}
