import type { Db } from "~/kysely/database";
import type { PictureStatus } from "~/kysely/schema";

import { count } from "~/server/telemetry/measure";

import { claimPicture } from "./claim-picture";
import { makePicture } from "./make-picture";
import { finishGenerations } from "./move-generation";
import { giveUpPicture } from "./settle-picture";

/**
 * Makes the picture that is next in a user's queue, for the holder of a ticket. Safe to repeat: a ticket stays with
 * the picture it has taken.
 *
 * @returns what became of the picture; that nothing waited, when others were quicker or it was cancelled.
 * @throws Failure as `makePicture` does; the caller gives the ticket up when it cannot go on.
 */
export async function makeNextPicture(
  db: Db,
  holder: { userId: string; ticket: string },
): Promise<PictureStatus | "gone" | "nothing-waits"> {
  const claimed = await claimPicture(db, holder);
  if (!claimed) return "nothing-waits";
  const status = await makePicture(db, { pictureId: claimed.id });
  await finishGenerations(db, [claimed.generationId]);
  return status ?? "gone";
}

/** Gives up the picture that a ticket has taken, with its credit; nothing when it has none. Safe to repeat. */
export async function giveUpTicket(db: Db, input: { ticket: string; reason: string }): Promise<void> {
  const { ticket, reason } = input;
  const claimed = await db
    .selectFrom("picture")
    .select(["id", "generationId"])
    .where("ticket", "=", ticket)
    .executeTakeFirst();
  if (!claimed) return;
  await giveUpPicture(db, { id: claimed.id, status: "failed", reason });
  count("likeness.pictures", 1, { outcome: "failed" });
  await finishGenerations(db, [claimed.generationId]);
}
