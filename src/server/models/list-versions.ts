import { jsonArrayFrom } from "kysely/helpers/postgres";

import type { Db } from "~/kysely/database";

/** Enough to see what a version is like. */
const SAMPLES = 4;

/**
 * The versions of a user's model, newest first: each with the ids of its photos that are still there, the best references
 * first, and of its latest pictures.
 */
export async function listVersionsOf(db: Db, owned: { userId: string; modelId: string }) {
  const rows = await db
    .selectFrom("modelVersion")
    .innerJoin("model", "model.id", "modelVersion.modelId")
    .select(["modelVersion.id", "modelVersion.number", "modelVersion.kind", "modelVersion.photoCount"])
    .select(["modelVersion.createdAt", "model.activeVersionId"])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom("modelVersionPhoto")
          // Names inside a document stay the database's: only columns of one word come out as they are typed.
          .select(["modelVersionPhoto.photoId as id", "modelVersionPhoto.referenceRank as rank"])
          .whereRef("modelVersionPhoto.versionId", "=", "modelVersion.id")
          .orderBy("modelVersionPhoto.referenceRank")
          .orderBy("modelVersionPhoto.photoId"),
      ).as("photos"),
      jsonArrayFrom(
        eb
          .selectFrom("picture")
          .innerJoin("generation", "generation.id", "picture.generationId")
          .select(["picture.id", "generation.prompt"])
          .whereRef("generation.versionId", "=", "modelVersion.id")
          .where("picture.status", "=", "ready")
          .orderBy("picture.id", "desc")
          .limit(SAMPLES),
      ).as("samples"),
    ])
    .where("modelVersion.modelId", "=", owned.modelId)
    .where("modelVersion.userId", "=", owned.userId)
    .orderBy("modelVersion.number", "desc")
    .execute();
  return rows.map(({ activeVersionId, ...version }) => ({
    ...version,
    isActive: version.id === activeVersionId,
  }));
}
