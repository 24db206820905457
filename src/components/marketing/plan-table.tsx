import { type Plan, plans } from "~/catalog/plans";

import { PlanCard } from "../pricing/plan-card";
import { DocumentLink } from "../shell/document-link";
import { Button } from "../ui/button";
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
          <PlanCard key={plan.id} plan={plan} heading="h3" isMarked={plan.id === "free"} pitch={plan.pitch} />
        ))}
      </ul>
      <div className="mt-8 flex flex-wrap items-center justify-between gap-6">
        <p className="max-w-2xl text-sm text-muted-foreground">
          Everyone starts on Free, without a card. Credits left over roll over once, up to one month&rsquo;s
          worth. A cancelled plan stays valid until the paid time ends; after that nothing is deleted, and
          your pictures stay yours.{" "}
          <DocumentLink
            href="/pricing"
            className="rounded-sm font-medium text-primary underline underline-offset-4 focus-ring"
          >
            Compare the plans
          </DocumentLink>
        </p>
        <Button asChild size="lg">
          <DocumentLink href="/sign-up">Start on Free</DocumentLink>
        </Button>
      </div>
    </Section>
  );
}
