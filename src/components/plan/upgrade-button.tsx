"use client";

import { Button } from "~/components/ui/button";
import { trpc } from "~/trpc/react";

import { FailureLine } from "./failure-line";
import type { PaidPlanId } from "./plan-types";
import { useLeave } from "./use-leave";

/** Leads to the hosted checkout of a plan. Nothing is bought by the press itself. */
export function UpgradeButton({ plan, name }: { plan: PaidPlanId; name: string }) {
  const { isLeaving, leaveFor } = useLeave();
  const checkout = trpc.billing.checkout.useMutation({ onSuccess: ({ url }) => leaveFor(url) });
  return (
    <>
      <Button pending={checkout.isPending || isLeaving} onClick={() => checkout.mutate({ plan })}>
        Upgrade to {name}
      </Button>
      <FailureLine error={checkout.error} />
    </>
  );
}
