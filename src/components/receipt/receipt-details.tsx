import { Card } from "~/components/ui/card";
import type { ApiOutputs } from "~/trpc/react";

export type Receipt = NonNullable<ApiOutputs["privacy"]["erasure"]["receipt"]>["receipt"];

/** The names of tables, in the words of the pages. */
const words: Record<string, [one: string, many: string]> = {
  model: ["model", "models"],
  photo: ["photo", "photos"],
  picture: ["picture", "pictures"],
  generation: ["prompt", "prompts"],
  consent: ["consent", "consents"],
  credit_entry: ["line of the credit history", "lines of the credit history"],
  invoice: ["invoice", "invoices"],
  share: ["share link", "share links"],
};

/** What a receipt says, for people. */
export function ReceiptDetails({ receipt }: { receipt: Receipt }) {
  const rows = Object.entries(words).flatMap(([table, [one, many]]) => {
    const count = receipt.rows[table] ?? 0;
    return count === 0 ? [] : [`${count.toLocaleString("en")} ${count === 1 ? one : many}`];
  });
  return (
    <Card className="divide-y text-sm">
      <dl className="grid gap-x-6 gap-y-3 px-5 py-4 sm:grid-cols-[9rem_1fr] sm:px-6">
        <dt className="text-muted-foreground">Deleted</dt>
        <dd>
          {receipt.scope === "account" ? "An account" : "A model"}
          {rows.length > 0 && `, with ${rows.join(", ")}`}
        </dd>
        <dt className="text-muted-foreground">Asked for</dt>
        <dd className="tabular-nums">
          {formatInstant(receipt.requestedAt)}
          {receipt.requestedBy === "clerk" && ", by deleting the sign-in"}
        </dd>
        <dt className="text-muted-foreground">Finished</dt>
        <dd className="tabular-nums">{formatInstant(receipt.finishedAt)}</dd>
      </dl>
      <ul className="divide-y">
        {receipt.confirmations.map(({ provider, what, count, confirmedAt, remarks }) => (
          <li
            key={`${provider}${what}`}
            className="grid gap-x-6 gap-y-1 px-5 py-4 sm:grid-cols-[9rem_1fr] sm:px-6"
          >
            <span className="font-medium">{provider}</span>
            <span className="grid gap-0.5">
              <span>
                {what}
                {count > 1 && <span className="text-muted-foreground"> ({count.toLocaleString("en")})</span>}
              </span>
              <span className="text-muted-foreground tabular-nums">
                Confirmed {formatInstant(confirmedAt)}
              </span>
              {remarks.map((remark) => (
                <span key={remark} className="text-muted-foreground">
                  {remark}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {receipt.kept.map(({ what, count, why }) => (
        <p key={what} className="px-5 py-4 sm:px-6">
          <span className="font-medium">
            Kept: {count} {count === 1 ? what.replace(/s$/, "") : what}.
          </span>{" "}
          <span className="text-muted-foreground">{why}</span>
        </p>
      ))}
      <p className="px-5 py-4 text-xs break-all text-muted-foreground sm:px-6">
        Number {receipt.id}, account {receipt.subjectHash} (SHA-256 of its id)
      </p>
    </Card>
  );
}

/** In UTC, as the receipt has it: the server and the browser then agree. */
function formatInstant(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 19)} UTC`;
}
