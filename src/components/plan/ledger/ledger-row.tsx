import Link from "next/link";

import { cn } from "~/components/cn";
import type { ApiOutputs } from "~/trpc/react";

import { formatShortDay } from "../format";
import { InvoiceButton } from "../invoice-button";

type Entry = ApiOutputs["billing"]["ledger"]["entries"][number];

const cell = "px-5 py-3 font-medium";
export const ledgerColumns = [
  { name: "Date", className: cn(cell, "w-40") },
  { name: "What for", className: cell },
  { name: "Amount", className: cn(cell, "w-28 text-right") },
  { name: "Balance after", className: cn(cell, "w-36 text-right") },
] as const;

const time = new Intl.DateTimeFormat("en", {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone: "UTC",
});

/** One entry: a row of the table, and on a phone a block of its own. */
export function LedgerRow({ entry }: { entry: Entry }) {
  const { createdAt, note, amount, balanceAfter } = entry;
  const isIn = amount > 0;
  return (
    <tr
      data-testid="ledger-entry"
      className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 px-5 py-3.5 align-top sm:table-row sm:p-0"
    >
      <td className="text-muted-foreground tabular-nums max-sm:order-3 sm:px-5 sm:py-3">
        <time dateTime={createdAt.toISOString()}>
          {formatShortDay(createdAt)}{" "}
          <span className="text-xs whitespace-nowrap">{time.format(createdAt)} UTC</span>
        </time>
      </td>
      <td className="max-sm:order-1 sm:px-5 sm:py-3">
        <span className="flex flex-wrap items-baseline gap-x-3">
          <span dir="auto" className="min-w-0 break-words">
            {note}
          </span>
          <EntryLink entry={entry} />
        </span>
      </td>
      <td
        data-testid="amount"
        className={cn(
          "text-right font-medium tabular-nums max-sm:order-2 sm:px-5 sm:py-3",
          isIn && "text-success",
        )}
      >
        {isIn ? `+${amount}` : `\u2212${Math.abs(amount)}`}
      </td>
      <td
        data-testid="balance-after"
        className="text-right text-muted-foreground tabular-nums max-sm:order-4 sm:px-5 sm:py-3"
      >
        <span className="sm:hidden">leaves </span>
        {balanceAfter}
      </td>
    </tr>
  );
}

function EntryLink({ entry: { pictureId, invoiceId } }: { entry: Entry }) {
  if (pictureId !== null) {
    return (
      <Link
        href={`/gallery?picture=${pictureId}`}
        className="rounded-sm text-primary underline-offset-4 focus-ring hover:underline"
      >
        See the picture
      </Link>
    );
  }
  return invoiceId === null ? null : <InvoiceButton invoiceId={invoiceId} words="Invoice" />;
}
