import { sql } from "kysely";

import { galleryRules } from "~/catalog/gallery-rules";
import type { Db } from "~/kysely/database";
import { Failure } from "~/server/errors";

/** Before this moment by the database's clock, a deletion can no longer be undone. */
export const lastUndo = sql<Date>`now() - make_interval(secs => ${sql.lit(galleryRules.keptSeconds)})`;

/**
 * Brings back pictures that their owner has just deleted, with their share links. Safe to repeat.
 *
 * @returns how many of them are there again.
 * @throws Failure NOT_FOUND when none is: it was too late, or they are not theirs.
 */
export async function restorePictures(
  db: Db,
  chosen: { userId: string; pictureIds: string[] },
): Promise<{ restored: number }> {
  const rows = await db
    .updateTable("picture")
    .set({ deletedAt: null })
    .where("id", "in", chosen.pictureIds)
    .where("userId", "=", chosen.userId)
    .where("status", "=", "ready")
    .where((eb) => eb.or([eb("deletedAt", "is", null), eb("deletedAt", ">=", lastUndo)]))
    .returning("id")
    .execute();
  if (rows.length === 0) {
    throw new Failure("NOT_FOUND", "It is too late to undo this: the pictures are gone for good.");
  }
  return { restored: rows.length };
}
