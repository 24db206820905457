import type { Db } from "~/kysely/database";
import { Failure } from "~/server/errors";

/**
 * Marks a user's pictures as favourites, or no longer. Those that are gone meanwhile are passed over.
 *
 * @throws Failure NOT_FOUND when none of them is theirs.
 */
export async function favourPictures(
  db: Db,
  chosen: { userId: string; pictureIds: string[]; isFavourite: boolean },
): Promise<void> {
  const { userId, pictureIds, isFavourite } = chosen;
  const moved = await db
    .updateTable("picture")
    .set({ isFavourite })
    .where("id", "in", pictureIds)
    .where("userId", "=", userId)
    .where("status", "=", "ready")
    .where("deletedAt", "is", null)
    .returning("id")
    .execute();
  if (moved.length === 0)
    throw new Failure("NOT_FOUND", "This picture does not exist. It may have been deleted.");
}
