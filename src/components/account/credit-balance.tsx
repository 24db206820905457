"use client";

import { Coins } from "lucide-react";
import Link from "next/link";

import { Skeleton } from "~/components/ui/skeleton";
import { useArrival } from "~/trpc/arrival";
import { trpc } from "~/trpc/react";

/** The credits left, always in view; leads to the plan. It takes what the page has read, or asks after the page has come. */
export function CreditBalance() {
  return useArrival() ? <Balance /> : <BalanceSkeleton />;
}

function BalanceSkeleton() {
  return <Skeleton className="h-6 w-20" />;
}

function Balance() {
  const { data, isError } = trpc.account.entitlements.useQuery();
  if (isError) return null;
  if (!data) return <BalanceSkeleton />;

  const { credits } = data;
  const words = credits === null ? "Unlimited" : `${credits} ${credits === 1 ? "credit" : "credits"}`;
  return (
    <Link
      href="/plan"
      data-testid="credit-balance"
      className="flex min-h-11 items-center gap-1.5 rounded-lg px-1 text-sm text-muted-foreground tabular-nums focus-ring transition-colors hover:text-foreground"
    >
      <Coins aria-hidden className="size-4" />
      <span aria-live="polite">{words}</span>
    </Link>
  );
}
