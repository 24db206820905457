"use client";

import { Button } from "~/components/ui/button";
import { trpc } from "~/trpc/react";

import { FailureLine } from "./failure-line";
import { useLeave } from "./use-leave";

/** Opens an invoice at the seller. Its address is asked for as it is pressed: it works for hours only. */
export function InvoiceButton({ invoiceId, words }: { invoiceId: string; words: string }) {
  const { isLeaving, leaveFor } = useLeave();
  const open = trpc.billing.invoice.useMutation({ onSuccess: ({ url }) => leaveFor(url) });
  return (
    <>
      <Button
        variant="link"
        size="sm"
        pending={open.isPending || isLeaving}
        onClick={() => open.mutate({ invoiceId })}
      >
        {words}
      </Button>
      <FailureLine error={open.error} />
    </>
  );
}
