import { plans } from "~/catalog/plans";
import type { Db } from "~/kysely/database";
import { Failure } from "~/server/errors";
import { newId } from "~/server/new-id";
import { openCheckout } from "~/server/vendors/lemonsqueezy";

import { findSubscriptionOf } from "./queries";
import { variantOf } from "./sold-plans";
import type { PaidPlanId } from "./sold-plans";

/**
 * Sends a user to the seller's checkout of a plan. Nothing is granted by it or by coming back from it: only the
 * seller's word grants. The checkout is written down so that the purchase finds its user.
 *
 * @returns the hosted page's address.
 * @throws Failure NOT_FOUND when the plan is not for sale here, INVALID when they have a plan already.
 */
export async function startCheckout(
  db: Db,
  wanted: { userId: string; plan: PaidPlanId; origin: string | null },
): Promise<string> {
  const { userId, plan, origin } = wanted;
  const variantId = variantOf(plan);
  if (!variantId) throw new Failure("NOT_FOUND", `${plans[plan].name} is not for sale here.`);
  const held = await findSubscriptionOf(db, userId);
  if (held) {
    throw new Failure(
      "INVALID",
      held.plan === plan
        ? `You already have ${plans[plan].name}.`
        : `You have ${plans[held.plan].name}. Change it to ${plans[plan].name} instead of buying a second plan.`,
    );
  }

  const checkoutId = newId();
  await db.insertInto("checkout").values({ id: checkoutId, userId, plan, paidAt: null }).execute();
  const { email } = await db
    .selectFrom("appUser")
    .select("email")
    .where("id", "=", userId)
    .executeTakeFirstOrThrow();
  return openCheckout({
    variantId,
    userId,
    checkoutId,
    email,
    returnUrl: origin === null ? null : `${origin}/plan?checkout=${checkoutId}`,
  });
}
