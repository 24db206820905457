import { announce } from "~/inngest/announce";
import { photoAttached } from "~/inngest/events";
import type { Db } from "~/kysely/database";

/** Preparing takes a second or two; after this the photo's event is taken for lost. */
const LOST_AFTER_MS = 2 * 60_000;

/** Sends again for uploads that nobody has prepared. Preparing twice does no harm. @returns how many. */
export async function sweepPhotos(db: Db): Promise<number> {
  const lost = await db
    .selectFrom("photo")
    .select(["id", "userId"])
    .where("status", "=", "uploaded")
    .where("createdAt", "<", new Date(Date.now() - LOST_AFTER_MS))
    .execute();
  for (const { id: photoId, userId } of lost) await announce(photoAttached.create({ photoId, userId }));
  return lost.length;
}
