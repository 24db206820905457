import { Check } from "lucide-react";

import { plans } from "~/catalog/plans";
import type { Plan } from "~/catalog/plans";
import { cn } from "~/components/cn";
import { describePlan } from "~/components/marketing/describe-plan";

import { PriceLink } from "./price-link";

/** The four plans with their prices, straight from the catalogue, each with the way to it. */
export function PriceCards() {
  const all: readonly Plan[] = Object.values(plans);
  return (
    <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
      {all.map((plan) => (
        <PriceCard key={plan.id} plan={plan} />
      ))}
    </ul>
  );
}

function PriceCard({ plan }: { plan: Plan }) {
  const isFree = plan.priceUsd === 0;
  return (
    <li
      className={cn(
        "flex flex-col gap-6 rounded-2xl border bg-card p-6",
        isFree && "border-primary ring-1 ring-primary",
      )}
    >
      <div className="grid gap-1">
        <h2 className="font-medium">{plan.name}</h2>
        <p className="flex items-baseline gap-1.5">
          <span className="font-serif text-5xl tabular-nums">${plan.priceUsd}</span>
          <span className="text-sm text-muted-foreground">{isFree ? "for good" : "a month"}</span>
        </p>
      </div>
      <p className="text-sm text-muted-foreground">{plan.pitch}</p>
      <ul className="grid gap-2.5 border-t pt-5 text-sm">
        {describePlan(plan).map((line) => (
          <li key={line} className="flex gap-2.5">
            <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-primary" />
            {line}
          </li>
        ))}
      </ul>
      <PriceLink name={plan.name} isFree={isFree} />
    </li>
  );
}
