import type { Db } from "~/kysely/database";
import type { ModelStatus } from "~/kysely/schema";
import { hasConsent } from "~/server/users/consent";

/** Models whose photos may change: all but those in training. */
const takesPhotos = ["draft", "failed", "cancelled", "ready"] as const satisfies ModelStatus[];

const shownColumns = [
  "photo.id",
  "photo.status",
  "photo.name",
  "photo.bytes",
  "photo.widthPx",
  "photo.heightPx",
  "photo.contentHash",
  "photo.measures",
  "photo.refusal",
  "photo.createdAt",
] as const;

/** A user's model that still takes photos, locked until the transaction ends, with how many it has and whether its owner has agreed to their use. */
export async function lockModelForPhotos(trx: Db, owned: { userId: string; modelId: string }) {
  const model = await trx
    .selectFrom("model")
    .select(["id", "status"])
    .where("id", "=", owned.modelId)
    .where("userId", "=", owned.userId)
    .where("status", "in", takesPhotos)
    .forUpdate()
    .executeTakeFirst();
  if (!model) return undefined;
  const photoCount = await countPhotos(trx, owned.modelId);
  return { ...model, photoCount, hasConsent: await hasConsent(trx, owned.modelId) };
}

/** Photos of a model that have not been refused. */
export async function countPhotos(db: Db, modelId: string): Promise<number> {
  const row = await db
    .selectFrom("photo")
    .select(({ fn }) => fn.countAll<string>().as("n"))
    .where("modelId", "=", modelId)
    .where("status", "!=", "refused")
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** What the pages show of a model's photos, in the order they came; `referenceRank` is that of the version in use. */
export function listPhotosOf(db: Db, owned: { userId: string; modelId: string }) {
  return selectShown(db)
    .where("photo.modelId", "=", owned.modelId)
    .where("photo.userId", "=", owned.userId)
    .execute();
}

function selectShown(db: Db) {
  return db
    .selectFrom("photo")
    .innerJoin("model", "model.id", "photo.modelId")
    .leftJoin("modelVersionPhoto", (join) =>
      join
        .onRef("modelVersionPhoto.photoId", "=", "photo.id")
        .onRef("modelVersionPhoto.versionId", "=", "model.activeVersionId"),
    )
    .select(shownColumns)
    .select("modelVersionPhoto.referenceRank")
    .select((eb) => eb.ref("photo.deviceMeasures", "->").key("faces").as("faces"))
    .orderBy("photo.id");
}

/** The photos of a user's draft, as listPhotosOf shows them: asked for with the draft, and not after it. */
export function listDraftPhotosOf(db: Db, userId: string) {
  return selectShown(db)
    .where("model.userId", "=", userId)
    .where("model.status", "=", "draft")
    .where("photo.userId", "=", userId)
    .execute();
}

export function findPhoto(db: Db, photoId: string) {
  return db.selectFrom("photo").selectAll().where("id", "=", photoId).executeTakeFirst();
}

/** The storage keys behind a user's photo; undefined for anyone else. */
export function findPhotoKeys(db: Db, owned: { userId: string; photoId: string }) {
  return db
    .selectFrom("photo")
    .select(["preparedKey", "thumbnailKey"])
    .where("id", "=", owned.photoId)
    .where("userId", "=", owned.userId)
    .executeTakeFirst();
}
