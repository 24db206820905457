import { consent } from "~/catalog/consent";
import type { PlanId } from "~/catalog/plans";
import type { Db } from "~/kysely/database";
import type { ModelStatus } from "~/kysely/schema";
import { givePlan } from "~/server/billing/give-plan";
import { postEntry } from "~/server/credits/post-entry";
import { newId } from "~/server/new-id";
import { ensureUser } from "~/server/users/ensure-user";

/** A new user on a plan, with the credits of Free. */
export async function addUser(db: Db, plan: PlanId = "free"): Promise<string> {
  const id = `user_${newId()}`;
  await ensureUser(db, { id });
  if (plan !== "free") await givePlan(db, { userId: id, plan });
  return id;
}

/** A trained version of a model, of all its photos, in use from now on; for a fine-tuned one `weightsKey` names no file. */
export async function addVersion(
  db: Db,
  version: { userId: string; modelId: string; weightsKey?: string },
): Promise<string> {
  const { userId, modelId, weightsKey = null } = version;
  const { versionCount: number } = await db
    .updateTable("model")
    .set((eb) => ({ versionCount: eb("versionCount", "+", 1) }))
    .where("id", "=", modelId)
    .returning("versionCount")
    .executeTakeFirstOrThrow();
  const id = newId();
  const kind = weightsKey === null ? "instant" : "fine-tuned";
  const photos = await db.selectFrom("photo").select("id").where("modelId", "=", modelId).execute();
  const photoCount = photos.length;
  await db
    .insertInto("modelVersion")
    .values({ id, userId, modelId, number, attempt: number, kind, weightsKey, photoCount })
    .execute();
  if (photoCount > 0) {
    await db
      .insertInto("modelVersionPhoto")
      .values(photos.map((photo, at) => ({ versionId: id, photoId: photo.id, referenceRank: at + 1 })))
      .execute();
  }
  await db.updateTable("model").set({ activeVersionId: id, kind }).where("id", "=", modelId).execute();
  return id;
}

/** A model of a user with photos that are ready to train with; no file stands behind them. */
export async function addModel(
  db: Db,
  model: { userId: string; status: ModelStatus; photos?: number; agrees?: boolean },
): Promise<string> {
  const { userId, status, photos = 0, agrees = true } = model;
  const id = newId();
  await db
    .insertInto("model")
    .values({ id, userId, name: "Ada", subject: "woman", kind: "instant", status, triggerWord: `lk${id}` })
    .execute();
  for (let index = 0; index < photos; index++) {
    await db
      .insertInto("photo")
      .values({
        id: newId(),
        userId,
        modelId: id,
        status: "ready",
        name: `${index}.jpg`,
        bytes: 1000,
        contentHash: String(index),
      })
      .execute();
  }
  if (agrees) {
    const { version, statement } = consent;
    await db
      .insertInto("consent")
      .values({ id: newId(), userId, modelId: id, version, statement, addressHash: null })
      .execute();
  }
  if (status === "ready") await addVersion(db, { userId, modelId: id });
  return id;
}

/** Puts credits on a user's account. */
export async function addCredits(db: Db, userId: string, amount: number): Promise<void> {
  await postEntry(db, { userId, amount, reason: "grant", ref: `test-${newId()}`, note: "For a test" });
}
