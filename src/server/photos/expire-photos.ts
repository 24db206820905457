import { sql } from "kysely";

import { draftDays, retentions } from "~/catalog/retention";
import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import { announceDeletion, dropFiles } from "~/server/privacy/drop-files";

import { isReference } from "./is-reference";

/** One transaction holds no more models than this. */
const MODELS_A_TIME = 100;

export type Expiry = { modelId: string } | { userId: string } | "everyone";

/**
 * Deletes the training photos whose time is over, by what their owner chose. The reference photos of an Instant version
 * stay: they are the version. After a training that failed or was called off they stay at least as long as a draft does.
 *
 * @returns how many photos went.
 */
export async function expirePhotos(db: Db, whose: Expiry): Promise<number> {
  let gone = 0;
  for (const { id: modelId, userId } of await listExpired(db, whose)) {
    const { count, deletionId } = await inTransaction(db, async (trx) => {
      // Whoever starts a training again meanwhile comes first, and keeps the photos.
      const model = await selectExpired(trx)
        .where("model.id", "=", modelId)
        .forUpdate("model")
        .executeTakeFirst();
      if (!model) return { count: 0, deletionId: undefined };
      const photos = await trx
        .deleteFrom("photo")
        .where("modelId", "=", modelId)
        .where((photo) => photo.not(isReference))
        .returning(["originalKey", "preparedKey", "thumbnailKey"])
        .execute();
      const keys = photos.flatMap((photo) => [photo.originalKey, photo.preparedKey, photo.thumbnailKey]);
      const dropped = await dropFiles(trx, { userId, subject: "photo", subjectId: modelId, keys });
      return { count: photos.length, deletionId: dropped };
    });
    await announceDeletion(deletionId);
    gone += count;
  }
  return gone;
}

async function listExpired(db: Db, whose: Expiry): Promise<{ id: string; userId: string }[]> {
  const expired = selectExpired(db).orderBy("model.id").limit(MODELS_A_TIME);
  if (whose === "everyone") return expired.execute();
  if ("modelId" in whose) return expired.where("model.id", "=", whose.modelId).execute();
  return expired.where("model.userId", "=", whose.userId).execute();
}

/** Models that have photos whose time is over. */
function selectExpired(db: Db) {
  const days = retentions["30-days"].days;
  return db
    .selectFrom("model")
    .innerJoin("appUser", "appUser.id", "model.userId")
    .select(["model.id", "model.userId"])
    .where("model.status", "in", ["ready", "failed", "cancelled"])
    .where(
      sql<boolean>`(
        (app_user.retention = 'now' and model.status = 'ready')
        or model.finished_at <= now() - make_interval(days => case
          when app_user.retention = '30-days' then ${days}::int else ${draftDays}::int end)
      )`,
    )
    .where("appUser.retention", "!=", "keep")
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("photo")
          .select("photo.id")
          .whereRef("photo.modelId", "=", "model.id")
          .where((photo) => photo.not(isReference)),
      ),
    );
}
