import type { StyleId } from "~/catalog/styles";
import type { Db } from "~/kysely/database";
import { newId } from "~/server/new-id";

/** A generation of a user with finished pictures; no file stands behind them unless `keys` names one for each. */
export async function addPictures(
  db: Db,
  wish: {
    userId: string;
    count?: number;
    modelId?: string | null;
    modelName?: string | null;
    style?: StyleId;
    prompt?: string;
    keys?: string[];
  },
): Promise<string[]> {
  const {
    userId,
    count = 1,
    modelId = null,
    modelName = null,
    style = "anime",
    prompt = "a red kite",
  } = wish;
  const generationId = newId();
  await db
    .insertInto("generation")
    .values({
      id: generationId,
      userId,
      requestId: newId(),
      modelId,
      modelName,
      fluxModel: "flux-2-dev",
      status: "done",
      prompt,
      style,
      aspect: "4:5",
      count,
      steps: 28,
      guidance: 4,
      seed: 7,
      price: count,
      deadlineAt: new Date(),
    })
    .execute();
  const pictures = Array.from({ length: count }, (_, position) => ({
    id: newId(),
    userId,
    generationId,
    position,
    style,
    modelId,
    status: "ready" as const,
    seed: 7 + position,
    storageKey: wish.keys?.[position] ?? null,
    widthPx: 896,
    heightPx: 1120,
    bytes: 1000,
  }));
  await db.insertInto("picture").values(pictures).execute();
  return pictures.map((picture) => picture.id);
}
