import type { Context } from "./context";
import { addMonths, DAY_MS } from "./instants";
import type { Subscription } from "./records";

/**
 * When the month that a subscription is in began: with the payment for it. A month that was not begun on its day, as
 * "renew" does it, is counted back from its end. Counting back alone would be wrong after the 28th: January 31 and
 * January 28 both lead to February 28.
 */
export function periodStart({ records }: Context, { id, renewsAt }: Subscription): number {
  const begun = records.invoices
    .list()
    .filter((invoice) => invoice.subscriptionId === id && invoice.reason !== "updated")
    .map(({ createdAt }) => createdAt)
    .find((start) => Math.abs(addMonths(start, 1) - renewsAt) < DAY_MS / 24);
  return begun ?? addMonths(renewsAt, -1);
}
