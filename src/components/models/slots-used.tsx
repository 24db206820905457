"use client";

import { plans } from "~/catalog/plans";
import { trpc } from "~/trpc/react";

/** How many of the plan's models exist, as a sentence. */
export function SlotsUsed() {
  const { data } = trpc.account.entitlements.useQuery();
  if (!data) return <span>{"\u00a0"}</span>;

  const { slots, plan } = data;
  const { name } = plans[plan];
  if (slots.total === null) return <span>As many models as you like on the {name} plan</span>;
  const models = slots.total === 1 ? "model" : "models";
  return (
    <span data-testid="slots-used" className="tabular-nums">
      {slots.used} of {slots.total} {models} used on the {name} plan
    </span>
  );
}
