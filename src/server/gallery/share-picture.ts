import { makeToken } from "~/catalog/make-token";
import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import { Failure } from "~/server/errors";
import { newId } from "~/server/new-id";

/** 144 random bits. */
const TOKEN_BYTES = 18;

export interface Share {
  token: string;
  showsPrompt: boolean;
}

/**
 * Gives a user's picture a link that anyone may open, or changes what the link shows. A picture has one link at a time,
 * and a new one after the old one was revoked.
 *
 * @throws Failure NOT_FOUND for anyone else's picture, REFUSED for one that was taken down.
 */
export async function sharePicture(
  db: Db,
  owned: { userId: string; pictureId: string; showsPrompt: boolean },
): Promise<Share> {
  const { userId, pictureId, showsPrompt } = owned;
  return inTransaction(db, async (trx) => {
    // Two presses at once meet here, so that there is one link.
    const picture = await trx
      .selectFrom("picture")
      .select("id")
      .where("id", "=", pictureId)
      .where("userId", "=", userId)
      .where("status", "=", "ready")
      .where("deletedAt", "is", null)
      .forUpdate()
      .executeTakeFirst();
    if (!picture) throw new Failure("NOT_FOUND", "This picture does not exist. It may have been deleted.");
    const hidden = await trx
      .selectFrom("share")
      .select("id")
      .where("pictureId", "=", pictureId)
      .where("hiddenAt", "is not", null)
      .executeTakeFirst();
    if (hidden)
      throw new Failure("REFUSED", "This picture's link was taken down, so it cannot be shared again.");

    const changed = await trx
      .updateTable("share")
      .set({ showsPrompt })
      .where("pictureId", "=", pictureId)
      .where("revokedAt", "is", null)
      .returning(["token", "showsPrompt"])
      .executeTakeFirst();
    if (changed) return changed;
    const token = makeToken(TOKEN_BYTES);
    await trx.insertInto("share").values({ id: newId(), userId, pictureId, token, showsPrompt }).execute();
    return { token, showsPrompt };
  });
}

/** Ends a picture's link at once. Safe to repeat. @throws Failure NOT_FOUND for anyone else's picture. */
export async function revokeShare(db: Db, owned: { userId: string; pictureId: string }): Promise<void> {
  const { userId, pictureId } = owned;
  const rows = await db
    .updateTable("share")
    .set({ revokedAt: new Date() })
    .where("pictureId", "=", pictureId)
    .where("userId", "=", userId)
    .where("revokedAt", "is", null)
    .returning("id")
    .execute();
  if (rows.length > 0) return;
  const picture = await db
    .selectFrom("picture")
    .select("id")
    .where("id", "=", pictureId)
    .where("userId", "=", userId)
    .executeTakeFirst();
  if (!picture) throw new Failure("NOT_FOUND", "This picture does not exist.");
}

/** The link of a user's picture; null when there is none. */
export async function findShareOf(
  db: Db,
  owned: { userId: string; pictureId: string },
): Promise<Share | null> {
  const row = await db
    .selectFrom("share")
    .select(["token", "showsPrompt"])
    .where("pictureId", "=", owned.pictureId)
    .where("userId", "=", owned.userId)
    .where("revokedAt", "is", null)
    .where("hiddenAt", "is", null)
    .executeTakeFirst();
  return row ?? null;
}
