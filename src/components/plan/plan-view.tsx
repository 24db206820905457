"use client";

import { CouldNotLoad } from "~/components/models/could-not-load";
import { trpc } from "~/trpc/react";

import { failureInWords } from "./failure-line";
import { Invoices } from "./invoices";
import { PaymentNews } from "./payment-news";
import { PlanChoices } from "./plan-choices";
import { PlanSkeleton } from "./plan-skeleton";
import { PlanStanding } from "./plan-standing";

/**
 * The plan page. After a checkout it waits for the seller's word, which alone makes the plan; coming back grants nothing.
 *
 * @param checkoutId of the checkout that the seller's page came back from
 */
export function PlanView({ checkoutId }: { checkoutId: string | undefined }) {
  const { data, error, refetch } = trpc.billing.overview.useQuery(undefined, { staleTime: 0 });
  const isWaiting = checkoutId !== undefined && data?.checkout?.id === checkoutId;

  if (error && !data) {
    return <CouldNotLoad what="Your plan" error={failureInWords(error)} onRetry={refetch} />;
  }
  if (!data) return <PlanSkeleton />;
  return (
    <div className="grid gap-10 sm:gap-12">
      <div className="grid gap-4">
        <PaymentNews overview={data} checkoutId={checkoutId} />
        <PlanStanding overview={data} />
      </div>
      <PlanChoices overview={data} isWaiting={isWaiting} />
      <Invoices />
    </div>
  );
}
