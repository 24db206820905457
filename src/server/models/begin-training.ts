import type { Db } from "~/kysely/database";
import type { ModelKind } from "~/kysely/schema";
import { Failure } from "~/server/errors";

import { findTraining } from "./queries";

/**
 * Moves a queued model into training. Safe to repeat: a training that has begun stays as it is.
 *
 * @returns its kind and the photos to prepare.
 * @throws Failure NOT_FOUND when the training has been ended or replaced.
 */
export async function beginTraining(
  db: Db,
  training: { modelId: string; attempt: number },
): Promise<{ kind: ModelKind; photoIds: string[] }> {
  await db
    .updateTable("model")
    .set({ status: "training", step: "preparing", progressPercent: 1 })
    .where("id", "=", training.modelId)
    .where("attempt", "=", training.attempt)
    .where("status", "=", "queued")
    .execute();

  const model = await findTraining(db, training);
  if (model?.status !== "training") throw new Failure("NOT_FOUND", "This training has already ended.");
  const photos = await db
    .selectFrom("photo")
    .select("id")
    .where("modelId", "=", model.id)
    .where("status", "!=", "refused")
    .orderBy("id")
    .execute();
  return { kind: model.kind, photoIds: photos.map((photo) => photo.id) };
}
