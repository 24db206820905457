import { sql } from "kysely";

import type { Db } from "~/kysely/database";
import { listInvoicesOf, readOrder, readSubscription } from "~/server/vendors/lemonsqueezy";
import type { SellerInvoice, SellerOrder, SellerSubscription } from "~/server/vendors/lemonsqueezy-objects";

/** Everything the seller knows of one subscription, at one moment. */
export interface Look {
  /** Taken before the seller was asked: of two looks, the one with the higher number was asked later. */
  number: string;
  subscription: SellerSubscription;
  invoices: SellerInvoice[];
  /** The purchase it began with, when the seller still has it. */
  order: SellerOrder | undefined;
}

/**
 * Asks the seller how a subscription stands. Deliveries are late, doubled and out of order; this is the truth they
 * hint at. Three calls, outside any transaction.
 *
 * @returns undefined when the seller has no such subscription.
 * @throws Failure VENDOR_BUSY, VENDOR_UNAVAILABLE
 */
export async function lookAtSeller(db: Db, providerId: string): Promise<Look | undefined> {
  const number = await takeNumber(db);
  const [subscription, invoices] = await Promise.all([
    readSubscription(providerId),
    listInvoicesOf(providerId),
  ]);
  if (!subscription) return undefined;
  return { number, subscription, invoices, order: await readOrder(subscription.orderId) };
}

/** The next number of a look: taken before the seller is asked. */
export async function takeNumber(db: Db): Promise<string> {
  const { rows } = await sql<{ number: string }>`select nextval('billing_look') as number`.execute(db);
  const number = rows[0]?.number;
  if (number === undefined) throw new Error("The database gave no number for a look at the seller.");
  return number;
}
