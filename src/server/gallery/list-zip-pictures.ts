import type { Db } from "~/kysely/database";

/** Those of the ids that are still a user's pictures, with what a ZIP says of them, in the order of the ids. */
export async function listZipPictures(db: Db, owned: { userId: string; pictureIds: string[] }) {
  const { userId, pictureIds } = owned;
  if (pictureIds.length === 0) return [];
  const rows = await db
    .selectFrom("picture")
    .innerJoin("generation", "generation.id", "picture.generationId")
    .select(["picture.id", "picture.storageKey", "picture.seed", "picture.widthPx", "picture.heightPx"])
    .select(["picture.isFavourite", "picture.createdAt", "picture.generationId"])
    .select(["generation.modelName", "generation.fluxModel", "generation.prompt", "generation.style"])
    .select(["generation.aspect", "generation.steps", "generation.guidance"])
    .where("picture.id", "in", pictureIds)
    .where("picture.userId", "=", userId)
    .where("picture.status", "=", "ready")
    .where("picture.deletedAt", "is", null)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return pictureIds.flatMap((id) => byId.get(id) ?? []);
}

export type ZipPicture = Awaited<ReturnType<typeof listZipPictures>>[number];
