"use client";

import { useState } from "react";

import { Alert } from "~/components/ui/alert";
import { ConfirmDialog } from "~/components/ui/alert-dialog";
import { Button } from "~/components/ui/button";
import { trpc } from "~/trpc/react";

import { ChangeFacts } from "./change-facts";
import { failureInWords } from "./failure-line";
import type { PaidPlanId } from "./plan-types";
import { useFreshPlan } from "./use-fresh-plan";

/** Moves to another plan, after saying what it costs now and what changes. */
export function ChangePlan({ plan, name }: { plan: PaidPlanId; name: string }) {
  const [isOpen, setOpen] = useState(false);
  const refresh = useFreshPlan();
  const preview = trpc.billing.previewChange.useQuery({ plan }, { enabled: isOpen, staleTime: 0 });
  const change = trpc.billing.changePlan.useMutation({
    onSuccess: async () => {
      await refresh();
      setOpen(false);
    },
  });
  const error = change.error ?? preview.error;

  return (
    <>
      <Button
        variant="secondary"
        onClick={() => {
          change.reset();
          setOpen(true);
        }}
      >
        Change to {name}
      </Button>
      <ConfirmDialog
        open={isOpen}
        onOpenChange={setOpen}
        tone="primary"
        title={`Change to ${name}?`}
        description="It changes at once. What you pay is worked out to the day; the seller adds taxes where they apply."
        confirm={`Change to ${name}`}
        cancel="Not now"
        pending={change.isPending || (isOpen && preview.isFetching)}
        onConfirm={() => preview.data && change.mutate({ plan })}
      >
        {preview.data && <ChangeFacts change={preview.data} />}
        {!preview.data && !error && <ChangeFactsSkeleton />}
        {error && (
          <Alert tone="error" title="The plan was not changed">
            {failureInWords(error)}
          </Alert>
        )}
      </ConfirmDialog>
    </>
  );
}

function ChangeFactsSkeleton() {
  return (
    <p role="status" className="rounded-xl bg-muted p-4 text-sm text-muted-foreground">
      Working out what it costs now
    </p>
  );
}
