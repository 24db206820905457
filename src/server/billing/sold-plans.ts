import { planIds } from "~/catalog/plans";
import type { PlanId } from "~/catalog/plans";
import { env } from "~/env";

export const paidPlanIds = ["creator", "pro", "enterprise"] as const satisfies readonly PlanId[];
export type PaidPlanId = (typeof paidPlanIds)[number];

const variants = (): Record<PaidPlanId, string | undefined> => ({
  creator: env.LEMONSQUEEZY_VARIANT_CREATOR,
  pro: env.LEMONSQUEEZY_VARIANT_PRO,
  enterprise: env.LEMONSQUEEZY_VARIANT_ENTERPRISE,
});

/** The plans that can be bought here; empty where nothing is sold. */
export function listSoldPlans(): PaidPlanId[] {
  if (!env.LEMONSQUEEZY_API_KEY) return [];
  return paidPlanIds.filter((plan) => variants()[plan] !== undefined);
}

/** The seller's variant of a plan; undefined when it is not for sale. */
export function variantOf(plan: PaidPlanId): string | undefined {
  return env.LEMONSQUEEZY_API_KEY ? variants()[plan] : undefined;
}

/** The plan that a variant of the seller's sells; undefined for one we do not know. */
export function planOfVariant(variantId: string | null): PaidPlanId | undefined {
  return paidPlanIds.find((plan) => variantId !== null && variants()[plan] === variantId);
}

/** Larger plans have higher ranks. */
export function rankOf(plan: PlanId): number {
  return planIds.indexOf(plan);
}
