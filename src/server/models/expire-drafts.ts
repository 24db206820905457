import type { Db } from "~/kysely/database";
import { draftDays } from "~/catalog/retention";
import { Failure } from "~/server/errors";

import { deleteModel } from "./delete-model";

/** Deletes drafts on which nothing was done for 14 days, with their photos. At most 500 a night. @returns how many. */
export async function expireDrafts(db: Db): Promise<number> {
  const old = new Date(Date.now() - draftDays * 24 * 60 * 60_000);
  const drafts = await db
    .selectFrom("model")
    .select(["id as modelId", "userId"])
    .where("status", "=", "draft")
    .where("createdAt", "<", old)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("photo")
            .select("photo.id")
            .whereRef("photo.modelId", "=", "model.id")
            .where("photo.createdAt", ">=", old),
        ),
      ),
    )
    .limit(500)
    .execute();
  for (const draft of drafts) await deleteUnlessGone(db, draft);
  return drafts.length;
}

async function deleteUnlessGone(db: Db, draft: { userId: string; modelId: string }): Promise<void> {
  try {
    await deleteModel(db, draft);
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== "NOT_FOUND") throw error;
  }
}
