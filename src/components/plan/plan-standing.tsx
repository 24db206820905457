import { plans } from "~/catalog/plans";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";

import { CancelPlan } from "./cancel-plan";
import { formatDay } from "./format";
import { PlanUsage } from "./plan-usage";
import type { Overview, Subscription } from "./plan-types";
import { PortalButton } from "./portal-button";
import { ResumePlan } from "./resume-plan";

/** The plan a user is on, until when, what is used of it, and what can be done about it. */
export function PlanStanding({ overview }: { overview: Overview }) {
  const { plan, subscription } = overview;
  const { name, priceUsd } = plans[plan];
  const isSold = subscription?.isSold === true;
  return (
    <Card className="overflow-hidden">
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-5 p-5 sm:p-7">
        <div className="grid gap-1.5">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <span data-testid="plan-name" className="font-serif text-title">
              {name}
            </span>
            <StandingBadge subscription={subscription} />
          </p>
          <p data-testid="plan-renewal" className="text-muted-foreground">
            {priceUsd === 0 || subscription?.isSold === false ? "" : `$${priceUsd} a month. `}
            {describeEnd(subscription)}
          </p>
        </div>
        {isSold && (
          <div className="flex flex-wrap gap-2 max-sm:w-full max-sm:[&>*]:flex-1">
            {subscription.status === "cancelled" ? (
              <ResumePlan />
            ) : (
              <>
                {!subscription.paymentFailed && (
                  <Button asChild variant="secondary">
                    <a href="#plans">Change plan</a>
                  </Button>
                )}
                <CancelPlan subscription={subscription} />
              </>
            )}
            <PortalButton page="paymentMethod">Payment method</PortalButton>
          </div>
        )}
      </div>
      <div className="border-t bg-muted/40 p-5 sm:p-7">
        <PlanUsage overview={overview} />
      </div>
    </Card>
  );
}

const badges = {
  on_trial: { tone: "accent", words: "On trial" },
  active: { tone: "success", words: "Active" },
  paused: { tone: "neutral", words: "Paused" },
  past_due: { tone: "danger", words: "Payment failed" },
  unpaid: { tone: "danger", words: "Unpaid" },
  cancelled: { tone: "warning", words: "Cancelled" },
  expired: { tone: "neutral", words: "Ended" },
} as const satisfies Record<Subscription["status"], { tone: string; words: string }>;

function StandingBadge({ subscription }: { subscription: Subscription | null }) {
  if (!subscription) return null;
  const { tone, words } = badges[subscription.status];
  return (
    <Badge tone={tone} data-testid="plan-status">
      {words}
    </Badge>
  );
}

function describeEnd(subscription: Subscription | null): string {
  if (!subscription) return "Free for as long as you like, without a card.";
  const { isSold, status, renewsAt, endsAt } = subscription;
  if (!isSold) return "It was given to you: nothing is charged.";
  if (status === "cancelled" && endsAt) return `Yours until ${formatDay(endsAt)}, then Free.`;
  if (status === "past_due") return "The card is tried again over two weeks.";
  if (status === "unpaid") return "You are on Free until it is paid.";
  if (status === "paused") return "Payments are paused, and so is the plan.";
  return renewsAt ? `Renews on ${formatDay(renewsAt)}.` : "";
}
