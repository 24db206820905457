import type { PlanId } from "~/catalog/plans";
import type { ApiOutputs } from "~/trpc/react";

/** How the user's plan stands. */
export type Overview = ApiOutputs["billing"]["overview"];
export type Subscription = NonNullable<Overview["subscription"]>;
export type PlanChange = ApiOutputs["billing"]["previewChange"];
export type Invoice = ApiOutputs["billing"]["invoices"][number];

/** A plan that costs something. */
export type PaidPlanId = Exclude<PlanId, "free">;

export function isPaidPlan(plan: PlanId): plan is PaidPlanId {
  return plan !== "free";
}
