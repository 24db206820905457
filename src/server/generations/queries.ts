import type { Db } from "~/kysely/database";
import { jsonArrayFrom } from "kysely/helpers/postgres";

const settings = [
  "generation.id",
  "generation.requestId",
  "generation.pack",
  "generation.template",
  "generation.sourcePictureId",
  "generation.widthPx",
  "generation.heightPx",
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

/**
 * The generations of a user's latest presses with their pictures in order, newest press first, of at most `presses`
 * presses; the prompts of a press in their own order. A press that was cancelled whole is left out.
 */
export async function listGenerationsOf(db: Db, page: { userId: string; presses: number }) {
  const { userId, presses } = page;
  const rows = await db
    .selectFrom("generation")
    .select(settings)
    .select("pressIndex")
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom("picture")
          // Names inside a document stay the database's: only columns of one word come out as they are typed.
          .select(["picture.id", "picture.status", "picture.failure"])
          .select((own) => own("picture.claimedAt", "is not", null).as("begun"))
          .whereRef("picture.generationId", "=", "generation.id")
          .where("picture.deletedAt", "is", null)
          .orderBy("picture.position"),
      ).as("pictures"),
    )
    .where("userId", "=", userId)
    // The ids of a press follow each other: its first one is the smallest.
    .where((eb) =>
      eb(
        "id",
        ">=",
        eb.fn.coalesce(
          eb
            .selectFrom("generation as first")
            .select("first.id")
            .where("first.userId", "=", userId)
            .where("first.pressIndex", "=", 0)
            .orderBy("first.id", "desc")
            .offset(presses - 1)
            .limit(1),
          eb.val("00000000-0000-0000-0000-000000000000"),
        ),
      ),
    )
    .orderBy("id", "desc")
    .execute();
  const left = rows.filter(
    ({ pictures }) => pictures.length === 0 || pictures.some(({ status }) => status !== "cancelled"),
  );
  const requestIds = new Set(left.map(({ requestId }) => requestId));
  return rows
    .filter(({ requestId }) => requestIds.has(requestId))
    .map((row) => ({ ...row, seed: Number(row.seed) }));
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
      "picture.isFavourite",
    ])
    .select(["generation.modelId", "generation.modelName", "generation.versionNumber"])
    .select(["generation.fluxModel", "generation.prompt"])
    .select(["generation.negativePrompt", "generation.sourcePictureId"])
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
    .where("picture.deletedAt", "is", null)
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
    .where("deletedAt", "is", null)
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
    .select(["picture.claimedAt", "generation.negativePrompt", "generation.sourcePictureId"])
    .select(["generation.widthPx", "generation.heightPx"])
    .select(["generation.fluxModel", "generation.prompt", "generation.style", "generation.aspect"])
    .select(["generation.steps", "generation.guidance", "generation.price", "generation.count"])
    .select(["generation.modelName", "generation.deadlineAt", "picture.createdAt"])
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
