import type { PictureFilter } from "~/catalog/gallery-rules";
import type { Db } from "~/kysely/database";
import { Failure } from "~/server/errors";
import { newId } from "~/server/new-id";

import { listPictureSizes } from "./list-pictures";

/**
 * Writes down which of a user's pictures go into a ZIP: the chosen ones, or all that match a filter. The file itself is
 * made as it is downloaded.
 *
 * @returns the ZIP's id, how many pictures it has, and about how many bytes.
 * @throws Failure NOT_FOUND when it would be empty.
 */
export async function prepareZip(
  db: Db,
  wish: { userId: string; pictureIds?: string[] | undefined; filter?: PictureFilter | undefined },
): Promise<{ zipId: string; count: number; bytes: number }> {
  const { userId, pictureIds, filter = {} } = wish;
  const pictures = await listPictureSizes(db, { userId, filter, ids: pictureIds });
  if (pictures.length === 0)
    throw new Failure("NOT_FOUND", "There is no picture to download. They may have been deleted.");
  const zipId = newId();
  const ids = JSON.stringify(pictures.map((picture) => picture.id));
  await db.insertInto("zip").values({ id: zipId, userId, pictureIds: ids }).execute();
  return { zipId, count: pictures.length, bytes: pictures.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0) };
}
