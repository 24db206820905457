"use client";

import { Minus, Plus } from "lucide-react";

import type { Plan } from "~/catalog/plans";
import { cn } from "~/components/cn";
import { PlanCard } from "~/components/pricing/plan-card";
import { Badge } from "~/components/ui/badge";

import { ChangePlan } from "./change-plan";
import { describeDifference } from "./describe-difference";
import { isPaidPlan } from "./plan-types";
import type { Overview } from "./plan-types";
import { UpgradeButton } from "./upgrade-button";

interface PlanChoiceProps {
  plan: Plan;
  overview: Overview;
  /** A payment is on its way: nothing else can be bought until it is here. */
  isWaiting: boolean;
}

/** One of the plans: what it gives, what would change, and the way to it. */
export function PlanChoice({ plan, overview, isWaiting }: PlanChoiceProps) {
  const isOwn = plan.id === overview.plan;
  const differences = isOwn ? [] : describeDifference(overview.plan, plan.id);
  return (
    <PlanCard
      plan={plan}
      heading="h3"
      isMarked={isOwn}
      badge={isOwn && <Badge tone="accent">Your plan</Badge>}
    >
      {differences.length > 0 && (
        <div className="mt-auto grid gap-2 rounded-xl bg-muted p-3.5 text-sm">
          <p className="text-xs font-medium text-muted-foreground">Next to yours</p>
          <ul className="grid gap-1.5">
            {differences.map(({ sign, words }) => (
              <li key={words} className={cn("flex gap-2", sign === "less" && "text-muted-foreground")}>
                {sign === "more" ? (
                  <Plus aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />
                ) : (
                  <Minus aria-hidden className="mt-0.5 size-4 shrink-0" />
                )}
                {words}
              </li>
            ))}
          </ul>
        </div>
      )}
      {!isWaiting && <Choice plan={plan} overview={overview} />}
    </PlanCard>
  );
}

/** The button that leads to a plan; nothing where there is no way now. */
function Choice({ plan: { id, name }, overview }: { plan: Plan; overview: Overview }) {
  const { subscription, soldPlans } = overview;
  if (!isPaidPlan(id) || !soldPlans.includes(id)) return null;
  if (!subscription) return <UpgradeButton plan={id} name={name} />;
  const canChange = subscription.isSold && !subscription.paymentFailed && subscription.status !== "cancelled";
  if (!canChange || subscription.plan === id) return null;
  return <ChangePlan plan={id} name={name} />;
}
