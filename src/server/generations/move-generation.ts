import type { ExpressionBuilder } from "kysely";

import type { Db } from "~/kysely/database";
import type { Database } from "~/kysely/schema";

/** Ends those of these generations of which no picture is waited for. */
export async function finishGenerations(db: Db, generationIds: readonly string[]): Promise<void> {
  if (generationIds.length === 0) return;
  await db
    .updateTable("generation")
    .set({ status: "done" })
    .where("id", "in", generationIds)
    .where("status", "!=", "done")
    .where(isSettled)
    .execute();
}

/** Of the query's generation: none of its pictures is waited for. */
export function isSettled(eb: ExpressionBuilder<Database, "generation">) {
  return eb.not(
    eb.exists(
      eb
        .selectFrom("picture")
        .select("picture.id")
        .whereRef("picture.generationId", "=", "generation.id")
        .where("picture.status", "=", "queued"),
    ),
  );
}
