"use client";

import { Coins } from "lucide-react";

import { Skeleton } from "~/components/ui/skeleton";
import { trpc } from "~/trpc/react";

/** The credits left, always in view. */
export function CreditBalance() {
  const { data, isError } = trpc.account.entitlements.useQuery();
  if (isError) return null;
  if (!data) return <Skeleton className="h-6 w-20" />;

  const { credits } = data;
  const words = credits === null ? "Unlimited" : `${credits} ${credits === 1 ? "credit" : "credits"}`;
  return (
    <span
      data-testid="credit-balance"
      className="flex items-center gap-1.5 text-sm text-muted-foreground tabular-nums"
    >
      <Coins aria-hidden className="size-4" />
      <span aria-live="polite">{words}</span>
    </span>
  );
}
