import { Check } from "lucide-react";
import Link from "next/link";

import { type Plan, plans } from "~/catalog/plans";

import { cn } from "../cn";
import { Button } from "../ui/button";
import { describePlan } from "./describe-plan";
import { Section } from "./section";

/** The plans, straight from the catalogue the product itself goes by. */
export function PlanTable() {
  const all: readonly Plan[] = Object.values(plans);
  return (
    <Section
      id="plans"
      title="One credit, one picture"
      lead="You see the price before you press. A picture that fails or is refused costs nothing: its credit comes back, with the reason."
    >
      <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        {all.map((plan) => (
          <PlanCard key={plan.id} plan={plan} />
        ))}
      </ul>
      <div className="mt-8 flex flex-wrap items-center justify-between gap-6">
        <p className="max-w-2xl text-sm text-muted-foreground">
          Everyone starts on Free, without a card. Credits left over roll over once, up to one month&rsquo;s
          worth. A cancelled plan stays valid until the paid time ends; after that nothing is deleted, and
          your pictures stay yours.{" "}
          <Link
            href="/pricing"
            className="rounded-sm font-medium text-primary underline underline-offset-4 focus-ring"
          >
            Compare the plans
          </Link>
        </p>
        <Button asChild size="lg">
          <Link href="/sign-up">Start on Free</Link>
        </Button>
      </div>
    </Section>
  );
}

function PlanCard({ plan }: { plan: Plan }) {
  const isFree = plan.id === "free";
  return (
    <li
      className={cn(
        "flex flex-col gap-6 rounded-2xl border bg-card p-6",
        isFree && "border-primary ring-1 ring-primary",
      )}
    >
      <div className="grid gap-1">
        <h3 className="font-medium">{plan.name}</h3>
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
    </li>
  );
}
