import type { RetentionId } from "~/catalog/retention";
import type { Db } from "~/kysely/database";

/** Sets how long a user's photos stay after a training. */
export async function chooseRetention(
  db: Db,
  choice: { userId: string; retention: RetentionId },
): Promise<void> {
  const { userId, retention } = choice;
  await db.updateTable("appUser").set({ retention }).where("id", "=", userId).execute();
}
