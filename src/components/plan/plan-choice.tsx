"use client";

import { Check, Minus, Plus } from "lucide-react";

import type { Plan } from "~/catalog/plans";
import { cn } from "~/components/cn";
import { describePlan } from "~/components/marketing/describe-plan";
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
    <li
      data-testid={`plan-${plan.id}`}
      className={cn(
        "flex flex-col gap-5 rounded-2xl border bg-card p-5 sm:p-6",
        isOwn && "border-primary ring-1 ring-primary",
      )}
    >
      <div className="grid gap-1">
        <h3 className="flex min-h-6 items-center justify-between gap-2 font-medium">
          {plan.name}
          {isOwn && <Badge tone="accent">Your plan</Badge>}
        </h3>
        <p className="flex items-baseline gap-1.5">
          <span className="font-serif text-4xl tabular-nums">${plan.priceUsd}</span>
          <span className="text-sm text-muted-foreground">
            {plan.priceUsd === 0 ? "for good" : "a month"}
          </span>
        </p>
      </div>
      <ul className="grid gap-2 border-t pt-4 text-sm">
        {describePlan(plan).map((line) => (
          <li key={line} className="flex gap-2.5">
            <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-primary" />
            {line}
          </li>
        ))}
      </ul>
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
    </li>
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
