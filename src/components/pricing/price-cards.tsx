import { plans } from "~/catalog/plans";
import type { Plan } from "~/catalog/plans";

import { PlanCard } from "./plan-card";
import { PriceLink } from "./price-link";

/** The four plans with their prices, straight from the catalogue, each with the way to it. */
export function PriceCards() {
  const all: readonly Plan[] = Object.values(plans);
  return (
    <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
      {all.map((plan) => {
        const isFree = plan.priceUsd === 0;
        return (
          <PlanCard key={plan.id} plan={plan} heading="h2" isMarked={isFree} pitch={plan.pitch}>
            <PriceLink name={plan.name} isFree={isFree} />
          </PlanCard>
        );
      })}
    </ul>
  );
}
