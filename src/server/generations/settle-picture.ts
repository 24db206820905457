import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import { postEntry } from "~/server/credits/post-entry";
import { lockBalance } from "~/server/credits/queries";

/** There is a picture, stored. */
export interface MadePicture {
  storageKey: string;
  thumbnailKey: string;
  widthPx: number;
  heightPx: number;
  bytes: number;
}

/**
 * Settles a picture that was made. Only a picture that is still `queued` moves.
 *
 * @returns whether it moved; if not, the caller drops the files.
 */
export async function keepPicture(db: Db, picture: { id: string; made: MadePicture }): Promise<boolean> {
  const row = await db
    .updateTable("picture")
    .set({ status: "ready", ...picture.made, finishedAt: new Date() })
    .where("id", "=", picture.id)
    .where("status", "=", "queued")
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Settles a picture that will not come and gives its credit back, together. Safe to repeat: only a picture that is
 * still `queued` moves, and its refund has its id.
 */
export async function giveUpPicture(
  db: Db,
  picture: { id: string; status: "failed" | "refused"; reason: string },
): Promise<void> {
  const { id, status, reason } = picture;
  await inTransaction(db, async (trx) => {
    const owner = await trx
      .selectFrom("picture")
      .innerJoin("generation", "generation.id", "picture.generationId")
      .select(["picture.userId", "generation.price", "generation.count"])
      .where("picture.id", "=", id)
      .where("picture.status", "=", "queued")
      .executeTakeFirst();
    if (!owner) return;
    // Before the picture, as everywhere: whoever held them the other way round would wait for each other.
    await lockBalance(trx, owner.userId);
    const moved = await trx
      .updateTable("picture")
      .set({ status, failure: reason, finishedAt: new Date() })
      .where("id", "=", id)
      .where("status", "=", "queued")
      .returning("id")
      .executeTakeFirst();
    if (!moved) return;

    const amount = owner.price / owner.count;
    if (amount === 0) return;
    const note = status === "refused" ? "Given back: a picture was refused" : "Given back: a picture failed";
    await postEntry(trx, { userId: owner.userId, amount, reason: "refund", ref: id, note });
  });
}
