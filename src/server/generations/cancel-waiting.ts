import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import { postRefunds } from "~/server/credits/post-entry";
import { lockBalance } from "~/server/credits/queries";
import { Failure } from "~/server/errors";

import { finishGenerations } from "./move-generation";

export interface Cancelled {
  pictures: number;
  /** Whole credits that came back. */
  credits: number;
}

/**
 * Takes what has not started of a user's press out of the queue and gives its credits back, each picture's by its own
 * id. What is being made is made. Safe to repeat.
 *
 * @throws Failure NOT_FOUND for anyone else's press.
 */
export async function cancelPress(db: Db, press: { userId: string; requestId: string }): Promise<Cancelled> {
  const { userId, requestId } = press;
  return inTransaction(db, async (trx) => {
    await lockBalance(trx, userId);
    const known = await trx
      .selectFrom("generation")
      .select("id")
      .where("userId", "=", userId)
      .where("requestId", "=", requestId)
      .execute();
    if (known.length === 0) throw new Failure("NOT_FOUND", "This is not in your queue.");
    const generationIds = known.map((row) => row.id);
    return cancelPictures(trx, { userId, generationIds, reason: "You cancelled it." });
  });
}

/** Takes what waits for a model out of the queue, with its credits: for a model that goes. Needs its user's balance locked. */
export async function cancelForModel(
  trx: Db,
  model: { userId: string; modelId: string; name: string },
): Promise<Cancelled> {
  const { userId, modelId, name } = model;
  const rows = await trx
    .selectFrom("generation")
    .select("id")
    .where("userId", "=", userId)
    .where("modelId", "=", modelId)
    .where("status", "!=", "done")
    .execute();
  const generationIds = rows.map((row) => row.id);
  const reason = `${name} was deleted before this picture was made.`;
  return cancelPictures(trx, { userId, generationIds, reason });
}

async function cancelPictures(
  trx: Db,
  which: { userId: string; generationIds: string[]; reason: string },
): Promise<Cancelled> {
  const { userId, generationIds, reason } = which;
  if (generationIds.length === 0) return { pictures: 0, credits: 0 };
  const cancelled = await trx
    .updateTable("picture")
    .from("generation")
    .set({ status: "cancelled", failure: reason, finishedAt: new Date() })
    .whereRef("generation.id", "=", "picture.generationId")
    .where("picture.generationId", "in", generationIds)
    .where("picture.status", "=", "queued")
    .where("picture.ticket", "is", null)
    .returning(["picture.id", "generation.price", "generation.count"])
    .execute();
  const credits = await postRefunds(trx, {
    userId,
    note: "Given back: a picture was cancelled",
    of: cancelled.map(({ id, price, count }) => ({ ref: id, amount: price / count })),
  });
  await finishGenerations(trx, generationIds);
  return { pictures: cancelled.length, credits };
}
