"use client";

import { trpc } from "~/trpc/react";

/** Reads again whatever a change of plan touches. */
export function useFreshPlan(): () => Promise<void> {
  const api = trpc.useUtils();
  return async () => {
    await Promise.all([
      api.billing.overview.invalidate(),
      api.billing.invoices.invalidate(),
      api.billing.ledger.invalidate(),
      api.account.entitlements.invalidate(),
    ]);
  };
}
