"use client";

import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { CouldNotLoad } from "~/components/models/could-not-load";
import { Skeleton } from "~/components/ui/skeleton";
import { plans } from "~/catalog/plans";
import { trpc } from "~/trpc/react";

import { formatCents, formatShortDay } from "./format";
import { InvoiceButton } from "./invoice-button";
import type { Invoice } from "./plan-types";

/** Everything that was charged, newest first. */
export function Invoices() {
  const { data, error, refetch } = trpc.billing.invoices.useQuery(undefined, { staleTime: 0 });
  if (data?.length === 0) return null;
  return (
    <section id="invoices" aria-labelledby="invoices-title" className="grid gap-4">
      <h2 id="invoices-title" className="text-heading font-semibold">
        Invoices
      </h2>
      {error && !data ? (
        <CouldNotLoad what="Your invoices" error={error.message} onRetry={refetch} />
      ) : (
        <Card className="overflow-hidden">
          {data ? (
            <ul className="divide-y">
              {data.map((invoice) => (
                <InvoiceRow key={invoice.id} invoice={invoice} />
              ))}
            </ul>
          ) : (
            <div role="status" aria-label="Loading your invoices" className="grid gap-3 p-5">
              <Skeleton className="h-5 w-2/3" />
              <Skeleton className="h-5 w-1/2" />
            </div>
          )}
        </Card>
      )}
    </section>
  );
}

const reasons = {
  initial: "First month",
  renewal: "Renewal",
  updated: "Change of plan",
} as const satisfies Record<Invoice["reason"], string>;

const statuses = {
  pending: { words: "Not paid yet", tone: "warning" },
  paid: { words: "Paid", tone: "neutral" },
  void: { words: "Void", tone: "neutral" },
  refunded: { words: "Refunded", tone: "accent" },
  partial_refund: { words: "Partly refunded", tone: "accent" },
} as const satisfies Record<Invoice["status"], { words: string; tone: string }>;

function InvoiceRow({ invoice }: { invoice: Invoice }) {
  const { id, reason, status, plan, totalCents, refundedCents, currency, issuedAt } = invoice;
  const { words, tone } = statuses[status];
  const name = plan === null ? "" : `${plans[plan].name}, `;
  const given = refundedCents > 0 ? ` (${formatCents(refundedCents, currency)} given back)` : "";
  return (
    <li
      data-testid="invoice"
      className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 px-5 py-3 text-sm sm:grid-cols-[8.5rem_1fr_8.5rem_auto_6.5rem]"
    >
      <time dateTime={issuedAt.toISOString()} className="text-muted-foreground tabular-nums max-sm:order-3">
        {formatShortDay(issuedAt)}
      </time>
      <span className="font-medium">
        {name}
        {name ? reasons[reason].toLowerCase() : reasons[reason]}
        <span className="font-normal text-muted-foreground">{given}</span>
      </span>
      <span className="max-sm:order-4 max-sm:justify-self-end">
        <Badge tone={tone}>{words}</Badge>
      </span>
      <span className="text-right font-medium tabular-nums max-sm:order-2">
        {formatCents(totalCents, currency)}
      </span>
      <span className="max-sm:order-5 max-sm:col-span-2 sm:justify-self-end">
        {status !== "pending" && <InvoiceButton invoiceId={id} words="View invoice" />}
      </span>
    </li>
  );
}
