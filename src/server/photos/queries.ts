import type { Db } from "~/kysely/database";
import type { ModelStatus } from "~/kysely/schema";

/** Models whose photos may still change. */
const takesPhotos = ["draft", "failed", "cancelled"] as const satisfies ModelStatus[];

const shownColumns = [
  "photo.id",
  "photo.status",
  "photo.name",
  "photo.bytes",
  "photo.widthPx",
  "photo.heightPx",
  "photo.contentHash",
  "photo.referenceRank",
  "photo.refusal",
  "photo.createdAt",
] as const;

/** A user's model that still takes photos, locked until the transaction ends, with how many it has. */
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
  return { ...model, photoCount: await countPhotos(trx, owned.modelId) };
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

/** What the pages show of a model's photos, in the order they came. */
export function listPhotosOf(db: Db, owned: { userId: string; modelId: string }) {
  return db
    .selectFrom("photo")
    .select(shownColumns)
    .where("modelId", "=", owned.modelId)
    .where("userId", "=", owned.userId)
    .orderBy("id")
    .execute();
}

/** The photos of a user's draft, as listPhotosOf shows them: asked for with the draft, and not after it. */
export function listDraftPhotosOf(db: Db, userId: string) {
  return db
    .selectFrom("photo")
    .innerJoin("model", "model.id", "photo.modelId")
    .select(shownColumns)
    .where("model.userId", "=", userId)
    .where("model.status", "=", "draft")
    .where("photo.userId", "=", userId)
    .orderBy("photo.id")
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
