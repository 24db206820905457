import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import { newId } from "~/server/new-id";

/**
 * Ends a training well: it becomes the model's newest version, with its photos and its weights, and the one in use.
 * Safe to repeat: only a training that still runs moves.
 */
export async function finishTraining(db: Db, training: { modelId: string; attempt: number }): Promise<void> {
  const { modelId, attempt } = training;
  await inTransaction(db, async (trx) => {
    const model = await trx
      .updateTable("model")
      .set((eb) => ({
        status: "ready",
        step: null,
        progressPercent: 100,
        expectedAt: null,
        finishedAt: new Date(),
        versionCount: eb("versionCount", "+", 1),
      }))
      .where("id", "=", modelId)
      .where("attempt", "=", attempt)
      .where("status", "=", "training")
      .returning(["userId", "kind", "weightsKey", "versionCount"])
      .executeTakeFirst();
    if (!model) return;

    const { userId, kind, weightsKey, versionCount: number } = model;
    const photos = await trx
      .selectFrom("photo")
      .select(["id", "referenceRank"])
      .where("modelId", "=", modelId)
      .where("status", "=", "ready")
      .execute();
    const versionId = newId();
    await trx
      .insertInto("modelVersion")
      .values({
        id: versionId,
        userId,
        modelId,
        number,
        attempt,
        kind,
        weightsKey,
        photoCount: photos.length,
      })
      .execute();
    if (photos.length > 0) {
      await trx
        .insertInto("modelVersionPhoto")
        .values(photos.map(({ id: photoId, referenceRank }) => ({ versionId, photoId, referenceRank })))
        .execute();
    }
    // The weights are the version's from now on: the model's next training brings its own.
    await trx
      .updateTable("model")
      .set({ activeVersionId: versionId, weightsKey: null })
      .where("id", "=", modelId)
      .execute();
  });
}
