import type { Db } from "~/kysely/database";
import { newId } from "~/server/new-id";

/** A finished generation without pictures. @returns its id. */
export async function startGeneration(db: Db, userId: string): Promise<string> {
  const id = newId();
  await db
    .insertInto("generation")
    .values({
      ...{ id, userId, requestId: crypto.randomUUID(), modelId: null, modelName: null },
      ...{ fluxModel: "flux-2-dev", status: "done", prompt: "a kite over the sea", style: "anime" },
      ...{ aspect: "1:1", count: 4, steps: null, guidance: null, seed: 1, price: 4 },
      deadlineAt: new Date(),
    })
    .execute();
  return id;
}
