"use client";

import { useEffect, useRef } from "react";

import { CouldNotLoad } from "~/components/models/could-not-load";
import { trpc } from "~/trpc/react";

import { failureInWords } from "./failure-line";
import { Invoices } from "./invoices";
import { PaymentNews } from "./payment-news";
import { PlanChoices } from "./plan-choices";
import { PlanSkeleton } from "./plan-skeleton";
import { PlanStanding } from "./plan-standing";
import { useFreshPlan } from "./use-fresh-plan";

const ASK_EVERY_MS = 1000;

/**
 * The plan page. After a checkout it waits for the seller's word, which alone makes the plan; coming back grants nothing.
 *
 * @param checkoutId of the checkout that the seller's page came back from
 */
export function PlanView({ checkoutId }: { checkoutId: string | undefined }) {
  const { data, error, refetch } = trpc.billing.overview.useQuery(undefined, {
    staleTime: 0,
    refetchInterval: ({ state }) => (isAwaited(state.data?.checkout?.id) ? ASK_EVERY_MS : false),
  });
  const isWaiting = isAwaited(data?.checkout?.id);
  useFreshOnceArrived(isWaiting);

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

  function isAwaited(waitingId: string | undefined): boolean {
    return checkoutId !== undefined && waitingId === checkoutId;
  }
}

/** A payment that arrives brings credits and an invoice too. */
function useFreshOnceArrived(isWaiting: boolean): void {
  const refresh = useFreshPlan();
  const wasWaiting = useRef(isWaiting);
  useEffect(() => {
    if (wasWaiting.current && !isWaiting) void refresh();
    wasWaiting.current = isWaiting;
  });
}
