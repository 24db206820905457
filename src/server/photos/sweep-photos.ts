import { announce } from "~/inngest/announce";
import { photoAttached } from "~/inngest/events";
import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import { announceDeletion, dropFiles } from "~/server/privacy/drop-files";

/** Preparing takes a second or two; after this the photo's event is taken for lost. */
const LOST_AFTER_MS = 2 * 60_000;
/** Fifteen sweeps: what is not prepared by then never will be, such as an upload that storage has lost. */
const GIVEN_UP_AFTER_MS = 30 * 60_000;

/**
 * Sends again for uploads that nobody has prepared, and refuses those past their time. Preparing twice does no harm.
 *
 * @returns how many of each.
 */
export async function sweepPhotos(db: Db): Promise<{ resent: number; ended: number }> {
  const now = Date.now();
  const lost = await db
    .selectFrom("photo")
    .select(["id", "userId", "createdAt"])
    .where("status", "=", "uploaded")
    .where("createdAt", "<", new Date(now - LOST_AFTER_MS))
    .execute();
  const isLate = ({ createdAt }: { createdAt: Date }) => createdAt.getTime() < now - GIVEN_UP_AFTER_MS;
  const late = lost.filter(isLate);
  for (const { id } of late) await giveUpPhoto(db, id);
  for (const { id: photoId, userId } of lost.filter((photo) => !isLate(photo))) {
    await announce(photoAttached.create({ photoId, userId }));
  }
  return { resent: lost.length - late.length, ended: late.length };
}

/** Only a photo that is still `uploaded` moves: one that is being prepared may yet be quicker. */
async function giveUpPhoto(db: Db, id: string): Promise<void> {
  const deletionId = await inTransaction(db, async (trx) => {
    const photo = await trx
      .selectFrom("photo")
      .select(["userId", "originalKey"])
      .where("id", "=", id)
      .where("status", "=", "uploaded")
      .forUpdate()
      .executeTakeFirst();
    if (!photo) return undefined;
    await trx
      .updateTable("photo")
      .set({ status: "refused", refusal: "unchecked", originalKey: null })
      .where("id", "=", id)
      .execute();
    const { userId, originalKey } = photo;
    return dropFiles(trx, { userId, subject: "upload", subjectId: id, keys: [originalKey] });
  });
  await announceDeletion(deletionId);
}
