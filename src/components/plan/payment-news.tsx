"use client";

import { useEffect, useState } from "react";

import { plans } from "~/catalog/plans";
import { Alert } from "~/components/ui/alert";
import { Spinner } from "~/components/ui/spinner";

import type { Overview } from "./plan-types";
import { PortalButton } from "./portal-button";

/** After this the wait is called long: the seller's word usually comes within seconds. */
const LONG_MS = 45_000;

interface PaymentNewsProps {
  overview: Overview;
  /** The checkout that the seller's page came back from. */
  checkoutId: string | undefined;
}

/** What is to be said of payments above the plan: one that is awaited, one that has arrived, one that failed. */
export function PaymentNews({ overview, checkoutId }: PaymentNewsProps) {
  const { subscription, checkout } = overview;
  if (checkoutId !== undefined && checkout?.id === checkoutId) {
    return <Waiting planName={plans[checkout.plan].name} startedAt={checkout.startedAt} />;
  }
  if (subscription?.paymentFailed) {
    const isOver = subscription.status === "unpaid";
    return (
      <Alert
        tone="error"
        title="The last payment failed"
        action={
          <PortalButton page="paymentMethod" size="sm">
            Update payment method
          </PortalButton>
        }
      >
        {isOver
          ? `${plans[subscription.plan].name} is not paid, so you are on Free. Update your payment method to have it back; nothing of yours is deleted.`
          : `You still have ${plans[subscription.plan].name}. The card is tried again over two weeks; a better one is charged at once.`}
      </Alert>
    );
  }
  if (checkoutId === undefined) return null;
  if (subscription?.isSold && subscription.status !== "active") return null;
  if (subscription?.isSold) {
    return (
      <Alert tone="success" title={`You are on ${plans[subscription.plan].name}`}>
        The payment has arrived, and your credits are here. Have fun.
      </Alert>
    );
  }
  return (
    <Alert title="No payment has arrived">
      This checkout was left without paying, or it is too long ago. Nothing was charged for it as far as we
      know: choose a plan to try again.
    </Alert>
  );
}

function Waiting({ planName, startedAt }: { planName: string; startedAt: Date }) {
  const isLong = useIsLongSince(startedAt);
  return (
    <div
      role="status"
      data-testid="waiting-for-payment"
      className="flex gap-3.5 rounded-xl border bg-card p-4 text-sm"
    >
      <Spinner label="" className="mt-0.5 size-4.5 text-primary" />
      <div className="grid gap-1">
        <p className="font-medium">Waiting for payment</p>
        <p className="text-muted-foreground">
          {isLong
            ? `This takes longer than usual. You can leave this page: ${planName} starts by itself as soon as the payment is confirmed, and you are not charged twice.`
            : `${planName} starts as soon as the payment is confirmed. This usually takes a few seconds.`}
        </p>
      </div>
    </div>
  );
}

function useIsLongSince(startedAt: Date): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), Math.max(0, startedAt.getTime() + LONG_MS - Date.now()));
    return () => clearTimeout(timer);
  }, [startedAt]);
  return isLong;
}
