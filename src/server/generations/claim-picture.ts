import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import { lockBalance } from "~/server/credits/queries";

/** A picture takes two minutes at worst and is tried five times; past this its step is lost. */
export const CLAIM_MS = 15 * 60_000;

/**
 * Takes the picture that is next in a user's queue, by the generations' ranks, for the holder of a ticket. Once per
 * ticket: a repeated call gets the same picture, and two tickets never the same one.
 *
 * @returns undefined when nothing waits.
 */
export async function claimPicture(
  db: Db,
  holder: { userId: string; ticket: string },
): Promise<{ id: string; generationId: string } | undefined> {
  const { userId, ticket } = holder;
  return inTransaction(db, async (trx) => {
    // The same lock that presses, cancelling and reordering take: each sees the queue as the last one left it.
    await lockBalance(trx, userId);
    const taken = await trx
      .selectFrom("picture")
      .select(["id", "generationId"])
      .where("ticket", "=", ticket)
      .where("userId", "=", userId)
      .executeTakeFirst();
    if (taken) return taken;

    const next = await trx
      .selectFrom("picture")
      .innerJoin("generation", "generation.id", "picture.generationId")
      .select(["picture.id", "picture.generationId"])
      .where("picture.userId", "=", userId)
      .where("picture.status", "=", "queued")
      .where("picture.ticket", "is", null)
      .orderBy("generation.rank")
      .orderBy("picture.position")
      .limit(1)
      .executeTakeFirst();
    if (!next) return undefined;

    const claimed = await trx
      .updateTable("picture")
      .set({ ticket, claimedAt: new Date() })
      .where("id", "=", next.id)
      .where("status", "=", "queued")
      .where("ticket", "is", null)
      .returning(["id", "generationId"])
      .executeTakeFirst();
    if (claimed) {
      await trx
        .updateTable("generation")
        .set({ status: "generating" })
        .where("id", "=", claimed.generationId)
        .where("status", "=", "queued")
        .execute();
    }
    return claimed;
  });
}
