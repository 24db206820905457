import type { ExpressionBuilder } from "kysely";

import { consent } from "~/catalog/consent";
import { lockedModels } from "~/catalog/entitlements";
import type { Db } from "~/kysely/database";
import type { Database, ModelStatus } from "~/kysely/schema";
import { readEntitlements } from "~/server/users/read-entitlements";

const shownColumns = [
  "model.id",
  "model.name",
  "model.subject",
  "model.kind",
  "model.status",
  "model.step",
  "model.progressPercent",
  "model.expectedAt",
  "model.failure",
  "model.finishedAt",
  "model.createdAt",
  "model.activeVersionId",
] as const;

/** A model takes one of its owner's slots from its training on. */
export const holdsSlot = ["queued", "training", "ready"] as const satisfies readonly ModelStatus[];

/** The ids of a user's models that their plan has no place for: all but the newest. Nothing of them is deleted. */
export async function findLockedModels(db: Db, userId: string): Promise<Set<string>> {
  const [entitlements, models] = await Promise.all([
    readEntitlements(db, userId),
    db
      .selectFrom("model")
      .select("id")
      .where("userId", "=", userId)
      .where("status", "in", holdsSlot)
      .orderBy("id", "desc")
      .execute(),
  ]);
  const slots = entitlements ? entitlements.slots.total : 0;
  return lockedModels(
    models.map((model) => model.id),
    slots,
  );
}

/** A user's models but their draft, newest first, each with a cover photo and how many photos can be used. */
export async function listModelsOf(db: Db, userId: string) {
  const [rows, locked] = await Promise.all([selectModelsOf(db, userId), findLockedModels(db, userId)]);
  return rows.map((row) => ({
    ...row,
    photoCount: Number(row.photoCount),
    /** Over the plan's slots: kept, and not to be used until there is a slot for it. */
    isLocked: locked.has(row.id),
  }));
}

function selectModelsOf(db: Db, userId: string) {
  return (
    db
      .selectFrom("model")
      .leftJoin("modelVersion", "modelVersion.id", "model.activeVersionId")
      .select(shownColumns)
      // Of the version that makes pictures; the model's own kind is that of its latest training.
      .select("modelVersion.kind as activeKind")
      .select((eb) => [
        eb
          .selectFrom("photo")
          .select("photo.id")
          .whereRef("photo.modelId", "=", "model.id")
          .where("photo.status", "=", "ready")
          .orderBy("photo.referenceRank")
          .orderBy("photo.id")
          .limit(1)
          .as("coverPhotoId"),
        eb
          .selectFrom("photo")
          .select((fn) => fn.fn.countAll<string>().as("n"))
          .whereRef("photo.modelId", "=", "model.id")
          .where("photo.status", "=", "ready")
          .as("photoCount"),
      ])
      .where("model.userId", "=", userId)
      .where("model.status", "!=", "draft")
      .orderBy("model.id", "desc")
      .execute()
  );
}

/** A user's model, for its page; undefined for anyone else's. */
export async function findModelOf(db: Db, owned: { userId: string; modelId: string }) {
  const [row, locked] = await Promise.all([
    db
      .selectFrom("model")
      .select(shownColumns)
      .select((eb) => selectConsent(eb).as("hasConsent"))
      .where("id", "=", owned.modelId)
      .where("userId", "=", owned.userId)
      .executeTakeFirst(),
    findLockedModels(db, owned.userId),
  ]);
  return row && { ...row, hasConsent: row.hasConsent === true, isLocked: locked.has(row.id) };
}

/** The one draft a user may have. */
export async function findDraftOf(db: Db, userId: string) {
  const row = await db
    .selectFrom("model")
    .select(["id", "name", "subject", "kind"])
    .select((eb) => selectConsent(eb).as("hasConsent"))
    .where("userId", "=", userId)
    .where("status", "=", "draft")
    .executeTakeFirst();
  return row && { ...row, hasConsent: row.hasConsent === true };
}

/** Whether a model's owner has agreed to the words as they are now. */
function selectConsent(eb: ExpressionBuilder<Database, "model">) {
  return eb.exists(
    eb
      .selectFrom("consent")
      .select("consent.id")
      .whereRef("consent.modelId", "=", "model.id")
      .where("consent.version", "=", consent.version),
  );
}

/** A model at one of its trainings, whoever's it is: for functions. Undefined once another training has begun or it is gone. */
export function findTraining(db: Db, training: { modelId: string; attempt: number }) {
  return db
    .selectFrom("model")
    .selectAll()
    .where("id", "=", training.modelId)
    .where("attempt", "=", training.attempt)
    .executeTakeFirst();
}

/** Ready photos of a model. */
export function listReadyPhotos(db: Db, modelId: string) {
  return db
    .selectFrom("photo")
    .select([
      "id",
      "preparedKey",
      "sharpness",
      "brightness",
      "measures",
      "deviceMeasures",
      "widthPx",
      "heightPx",
      "referenceRank",
      "contentHash",
    ])
    .where("modelId", "=", modelId)
    .where("status", "=", "ready")
    .orderBy("id")
    .execute();
}
