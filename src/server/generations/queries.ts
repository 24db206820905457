import type { Db } from "~/kysely/database";
import { jsonArrayFrom } from "kysely/helpers/postgres";

const settings = [
  "generation.id",
  "generation.modelId",
  "generation.modelName",
  "generation.versionNumber",
  "generation.fluxModel",
  "generation.status",
  "generation.prompt",
  "generation.style",
  "generation.aspect",
  "generation.count",
  "generation.steps",
  "generation.guidance",
  "generation.seed",
  "generation.price",
  "generation.createdAt",
] as const;

/** A user's latest generations with their pictures in order, newest first, at most `limit`. */
export async function listGenerationsOf(db: Db, page: { userId: string; limit: number }) {
  const rows = await db
    .selectFrom("generation")
    .select(settings)
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom("picture")
          // Names inside a document stay the database's: only columns of one word come out as they are typed.
          .select(["picture.id", "picture.status", "picture.failure"])
          .whereRef("picture.generationId", "=", "generation.id")
          .orderBy("picture.position"),
      ).as("pictures"),
    )
    .where("userId", "=", page.userId)
    .orderBy("id", "desc")
    .limit(page.limit)
    .execute();
  return rows.map((row) => ({ ...row, seed: Number(row.seed) }));
}

/** A page of a user's finished pictures, newest first: those made before `before`, at most `limit`. */
export function listPicturesOf(db: Db, page: { userId: string; before: string | undefined; limit: number }) {
  return db
    .selectFrom("picture")
    .innerJoin("generation", "generation.id", "picture.generationId")
    .select(["picture.id", "picture.widthPx", "picture.heightPx", "picture.createdAt"])
    .select(["generation.prompt", "generation.style", "generation.modelName"])
    .where("picture.userId", "=", page.userId)
    .where("picture.status", "=", "ready")
    .$if(page.before !== undefined, (query) => query.where("picture.id", "<", page.before ?? ""))
    .orderBy("picture.id", "desc")
    .limit(page.limit)
    .execute();
}

/** A user's finished picture with the settings it was made with; undefined for anyone else's. */
export async function findPictureOf(db: Db, owned: { userId: string; pictureId: string }) {
  const row = await db
    .selectFrom("picture")
    .innerJoin("generation", "generation.id", "picture.generationId")
    .select([
      "picture.id",
      "picture.seed",
      "picture.widthPx",
      "picture.heightPx",
      "picture.bytes",
      "picture.createdAt",
    ])
    .select([
      "generation.modelId",
      "generation.modelName",
      "generation.versionNumber",
      "generation.fluxModel",
      "generation.prompt",
    ])
    .select([
      "generation.style",
      "generation.aspect",
      "generation.count",
      "generation.steps",
      "generation.guidance",
    ])
    .where("picture.id", "=", owned.pictureId)
    .where("picture.userId", "=", owned.userId)
    .where("picture.status", "=", "ready")
    .executeTakeFirst();
  return row && { ...row, seed: Number(row.seed) };
}

/** The storage keys behind a user's picture; undefined for anyone else. */
export function findPictureKeys(db: Db, owned: { userId: string; pictureId: string }) {
  return db
    .selectFrom("picture")
    .select(["storageKey", "thumbnailKey"])
    .where("id", "=", owned.pictureId)
    .where("userId", "=", owned.userId)
    .where("status", "=", "ready")
    .executeTakeFirst();
}

/** A picture with all that is needed to make it: for functions. */
export function findPictureToMake(db: Db, pictureId: string) {
  return db
    .selectFrom("picture")
    .innerJoin("generation", "generation.id", "picture.generationId")
    .leftJoin("model", "model.id", "generation.modelId")
    .leftJoin("modelVersion", "modelVersion.id", "generation.versionId")
    .select(["picture.id", "picture.userId", "picture.generationId", "picture.status", "picture.seed"])
    .select(["generation.fluxModel", "generation.prompt", "generation.style", "generation.aspect"])
    .select(["generation.steps", "generation.guidance", "generation.price", "generation.count"])
    .select(["generation.modelName", "generation.deadlineAt"])
    .select(["model.subject", "model.triggerWord"])
    .select(["modelVersion.id as versionId", "modelVersion.kind", "modelVersion.weightsKey"])
    .where("picture.id", "=", pictureId)
    .executeTakeFirst();
}

/** The reference photos of a model's version that are still there, best first. */
export async function listReferenceKeys(
  db: Db,
  page: { versionId: string; limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom("modelVersionPhoto")
    .innerJoin("photo", "photo.id", "modelVersionPhoto.photoId")
    .select("photo.preparedKey")
    .where("modelVersionPhoto.versionId", "=", page.versionId)
    .where("modelVersionPhoto.referenceRank", "is not", null)
    .orderBy("modelVersionPhoto.referenceRank")
    .limit(page.limit)
    .execute();
  return rows.flatMap((row) => row.preparedKey ?? []);
}
