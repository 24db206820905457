import type { Db } from "~/kysely/database";

/** Makes a model ready. Only a training that still runs moves. */
export async function finishTraining(db: Db, training: { modelId: string; attempt: number }): Promise<void> {
  await db
    .updateTable("model")
    .set({ status: "ready", step: null, progressPercent: 100, expectedAt: null, finishedAt: new Date() })
    .where("id", "=", training.modelId)
    .where("attempt", "=", training.attempt)
    .where("status", "=", "training")
    .execute();
}
