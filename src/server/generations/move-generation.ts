import type { Db } from "~/kysely/database";

/** Ends a generation once none of its pictures is waited for. */
export async function finishGeneration(db: Db, input: { generationId: string }): Promise<void> {
  await db
    .updateTable("generation")
    .set({ status: "done" })
    .where("id", "=", input.generationId)
    .where("status", "!=", "done")
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("picture")
            .select("picture.id")
            .whereRef("picture.generationId", "=", "generation.id")
            .where("picture.status", "=", "queued"),
        ),
      ),
    )
    .execute();
}
