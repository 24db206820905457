import { sql } from "kysely";

import { announce } from "~/inngest/announce";
import { picturesDeleted } from "~/inngest/events";
import type { Db } from "~/kysely/database";
import { Failure } from "~/server/errors";

/**
 * Hides a user's finished pictures everywhere, their share links too. Until `purgePictures` drops them for good they can
 * be restored. Deleting twice does no harm: what is hidden stays as it is.
 *
 * @returns how many were hidden now.
 * @throws Failure NOT_FOUND when none of them is a finished picture of theirs.
 */
export async function deletePictures(
  db: Db,
  chosen: { userId: string; pictureIds: string[] },
): Promise<{ deleted: number }> {
  const { userId, pictureIds } = chosen;
  const gone = await db
    .updateTable("picture")
    .set({ deletedAt: sql`now()` })
    .where("id", "in", pictureIds)
    .where("userId", "=", userId)
    .where("status", "=", "ready")
    .where("deletedAt", "is", null)
    .returning("id")
    .execute();
  if (gone.length === 0)
    throw new Failure("NOT_FOUND", "This picture does not exist. It may have been deleted.");
  await announce(picturesDeleted.create({ userId }));
  return { deleted: gone.length };
}
