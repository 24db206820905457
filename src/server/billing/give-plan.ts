import type { PlanId } from "~/catalog/plans";
import type { Db } from "~/kysely/database";
import { newId } from "~/server/new-id";

/** Puts a user on a plan that no one has to buy, until it is taken away. It brings no credits by itself. */
export async function givePlan(
  db: Db,
  gift: { userId: string; plan: PlanId; renewsAt?: Date },
): Promise<void> {
  const { userId, plan, renewsAt = null } = gift;
  await db
    .insertInto("subscription")
    .values({ id: newId(), userId, plan, status: "active", renewsAt })
    .execute();
}
