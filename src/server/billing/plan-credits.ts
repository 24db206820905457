import { plans } from "~/catalog/plans";
import type { PlanId } from "~/catalog/plans";

/** Whole credits that a paid month of a plan brings: 0 where pictures have no price. */
export function creditsOf(plan: PlanId): number {
  const { creditsCome, credits } = plans[plan];
  return creditsCome === "monthly" ? (credits ?? 0) : 0;
}
