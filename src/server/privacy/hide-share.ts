import type { Db } from "~/kysely/database";

import { dropFiles } from "./drop-files";

/** Takes a shared picture from everyone's sight, its owner's link too. Safe to repeat. @returns false for a link that never was. */
export async function hideShare(trx: Db, { token }: { token: string }): Promise<boolean> {
  const share = await trx
    .selectFrom("share")
    .select(["id", "hiddenAt"])
    .where("token", "=", token)
    .forUpdate()
    .executeTakeFirst();
  if (!share) return false;
  if (share.hiddenAt === null) await setHidden(trx, token, new Date());
  return true;
}

/** Lets a hidden link work again, as far as its owner has not ended it. */
export async function showShare(trx: Db, { token }: { token: string }): Promise<void> {
  await setHidden(trx, token, null);
}

/** Deletes the picture behind a link for good; the link stays hidden. @returns the deletion to announce after the commit. */
export async function deleteSharedPicture(
  trx: Db,
  { token }: { token: string },
): Promise<string | undefined> {
  const share = await trx
    .selectFrom("share")
    .select("pictureId")
    .where("token", "=", token)
    .executeTakeFirst();
  if (!share?.pictureId) return undefined;
  const gone = await trx
    .deleteFrom("picture")
    .where("id", "=", share.pictureId)
    .returning(["userId", "storageKey", "thumbnailKey"])
    .executeTakeFirst();
  if (!gone) return undefined;
  const keys = [gone.storageKey, gone.thumbnailKey];
  return dropFiles(trx, { userId: gone.userId, subject: "picture", subjectId: share.pictureId, keys });
}

async function setHidden(trx: Db, token: string, hiddenAt: Date | null): Promise<void> {
  await trx.updateTable("share").set({ hiddenAt }).where("token", "=", token).execute();
}
