import { Check } from "lucide-react";
import type { ReactNode } from "react";

import type { Plan } from "~/catalog/plans";
import { cn } from "~/components/cn";

import { describePlan } from "./describe-plan";

interface PlanCardProps {
  plan: Plan;
  /** The heading that fits where it stands. */
  heading: "h2" | "h3";
  /** Set apart from the others: where one starts, or what one has. */
  isMarked: boolean;
  badge?: ReactNode;
  pitch?: string;
  /** What changes, and the way to it. */
  children?: ReactNode;
}

/** One plan, with its price and what it brings, straight from the catalogue. */
export function PlanCard({ plan, heading: Heading, isMarked, badge, pitch, children }: PlanCardProps) {
  return (
    <li
      data-testid={`plan-${plan.id}`}
      className={cn(
        "flex flex-col gap-6 rounded-2xl border bg-card p-6",
        isMarked && "border-primary ring-1 ring-primary",
      )}
    >
      <div className="grid gap-1">
        <Heading className="flex min-h-6 items-center justify-between gap-2 font-medium">
          {plan.name}
          {badge}
        </Heading>
        <p className="flex items-baseline gap-1.5">
          <span className="font-serif text-5xl tabular-nums">${plan.priceUsd}</span>
          <span className="text-sm text-muted-foreground">
            {plan.priceUsd === 0 ? "for good" : "a month"}
          </span>
        </p>
      </div>
      {pitch && <p className="text-sm text-muted-foreground">{pitch}</p>}
      <ul className="grid gap-2.5 border-t pt-5 text-sm">
        {describePlan(plan).map((line) => (
          <li key={line} className="flex gap-2.5">
            <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-primary" />
            {line}
          </li>
        ))}
      </ul>
      {children}
    </li>
  );
}
