"use client";

import { useState } from "react";

import { plans } from "~/catalog/plans";
import { Alert } from "~/components/ui/alert";
import { ConfirmDialog } from "~/components/ui/alert-dialog";
import { Button } from "~/components/ui/button";
import { trpc } from "~/trpc/react";

import { failureInWords } from "./failure-line";
import { formatDay } from "./format";
import type { Subscription } from "./plan-types";
import { useFreshPlan } from "./use-fresh-plan";

/** Ends the plan with the period that is paid, after saying what stays. */
export function CancelPlan({ subscription }: { subscription: Subscription }) {
  const [isOpen, setOpen] = useState(false);
  const refresh = useFreshPlan();
  const cancel = trpc.billing.cancel.useMutation({
    onSuccess: async () => {
      await refresh();
      setOpen(false);
    },
  });
  const { name } = plans[subscription.plan];
  const until = subscription.renewsAt ? `until ${formatDay(subscription.renewsAt)}` : "until the period ends";

  return (
    <>
      <Button
        variant="secondary"
        onClick={() => {
          cancel.reset();
          setOpen(true);
        }}
      >
        Cancel plan
      </Button>
      <ConfirmDialog
        open={isOpen}
        onOpenChange={setOpen}
        title={`Cancel ${name}?`}
        description={`You keep ${name} ${until}, and can resume until then. After that you are on Free: credits that are left and all pictures stay yours, nothing is deleted, and models over the limit are locked until you come back.`}
        confirm="Cancel plan"
        cancel={`Keep ${name}`}
        pending={cancel.isPending}
        onConfirm={() => cancel.mutate()}
      >
        {cancel.error && (
          <Alert tone="error" title="Nothing was cancelled">
            {failureInWords(cancel.error)}
          </Alert>
        )}
      </ConfirmDialog>
    </>
  );
}
