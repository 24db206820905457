"use client";

import { plans } from "~/catalog/plans";
import type { Plan } from "~/catalog/plans";

import { PlanChoice } from "./plan-choice";
import type { Overview } from "./plan-types";

interface PlanChoicesProps {
  overview: Overview;
  /** A payment is on its way: nothing else can be bought until it is here. */
  isWaiting: boolean;
}

/** The four plans side by side, each with what would change. */
export function PlanChoices({ overview, isWaiting }: PlanChoicesProps) {
  const all: readonly Plan[] = Object.values(plans);
  return (
    <section id="plans" aria-labelledby="plans-title" className="grid gap-5">
      <div className="grid gap-1.5">
        <h2 id="plans-title" className="text-heading font-semibold">
          Plans
        </h2>
        <p className="max-w-prose text-sm text-muted-foreground">
          One credit, one picture. Credits left over roll over once, up to one month&rsquo;s worth.
          {describeRule(overview)}
        </p>
      </div>
      <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        {all.map((plan) => (
          <PlanChoice key={plan.id} plan={plan} overview={overview} isWaiting={isWaiting} />
        ))}
      </ul>
    </section>
  );
}

/** Why nothing can be chosen now, where that is so. */
function describeRule({ subscription, soldPlans }: Overview): string {
  if (soldPlans.length === 0) return " Nothing is sold here: the plans show what there is.";
  if (!subscription) return "";
  if (!subscription.isSold) return " Your plan was given to you, so there is nothing to buy.";
  if (subscription.status === "cancelled") return " Resume your plan to change it.";
  if (subscription.paymentFailed) return " Plans can be changed once the last payment has gone through.";
  return "";
}
