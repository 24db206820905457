import { sql } from "kysely";

import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import { lockBalance } from "~/server/credits/queries";
import { Failure } from "~/server/errors";

/**
 * Puts a user's waiting presses into an order: what a worker takes next follows it. Presses that are not named keep
 * their order behind the named ones; one that has begun or ended meanwhile is passed over. Safe to repeat.
 *
 * @param order.requestIds the presses, the next one first.
 * @throws Failure NOT_FOUND when one of them is anyone else's; nothing has changed then.
 */
export async function reorderQueue(
  db: Db,
  order: { userId: string; requestIds: readonly string[] },
): Promise<void> {
  const { userId, requestIds } = order;
  if (requestIds.length === 0) return;
  await inTransaction(db, async (trx) => {
    await lockBalance(trx, userId);
    const known = await trx
      .selectFrom("generation")
      .select("requestId")
      .distinct()
      .where("userId", "=", userId)
      .where("requestId", "in", requestIds)
      .execute();
    if (known.length !== new Set(requestIds).size) {
      throw new Failure("NOT_FOUND", "This is not in your queue.");
    }

    const waiting = await listWaiting(trx, userId);
    const place = (requestId: string) => {
      const at = requestIds.indexOf(requestId);
      return at === -1 ? requestIds.length : at;
    };
    // The ranks stay the same and only change hands, so nobody else's place moves. Sorting keeps what is equal in order.
    const wanted = waiting.toSorted((one, other) => place(one.requestId) - place(other.requestId));
    const moves = wanted.flatMap(({ id, rank }, index) => {
      const newRank = waiting[index]?.rank;
      return newRank === undefined || newRank === rank ? [] : [sql`(${id}::uuid, ${newRank}::bigint)`];
    });
    if (moves.length === 0) return;
    await sql`
      update generation set rank = moved.rank
      from (values ${sql.join(moves)}) as moved (id, rank)
      where generation.id = moved.id and generation.user_id = ${userId}
    `.execute(trx);
  });
}

/** Generations of which at least one picture waits, in the order of the queue. */
async function listWaiting(trx: Db, userId: string) {
  return trx
    .selectFrom("generation")
    .select(["id", "requestId", "rank"])
    .where("userId", "=", userId)
    .where("status", "!=", "done")
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("picture")
          .select("picture.id")
          .whereRef("picture.generationId", "=", "generation.id")
          .where("picture.status", "=", "queued")
          .where("picture.ticket", "is", null),
      ),
    )
    .orderBy("rank")
    .execute();
}
