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

/** A model of a user with photos that are ready to train with; no file stands behind them. */
export async function addModel(
  db: Db,
  model: { userId: string; status: ModelStatus; photos?: number },
): Promise<string> {
  const { userId, status, photos = 0 } = model;
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
  return id;
}

/** Puts credits on a user's account. */
export async function addCredits(db: Db, userId: string, amount: number): Promise<void> {
  await postEntry(db, { userId, amount, reason: "grant", ref: `test-${newId()}`, note: "For a test" });
}
