import type { Context } from "./context";
import type { Invoice, Order, Subscription } from "./records";
import { describeInvoice, describeOrder, describeSubscription } from "./resources/describe-sale";
import type { Event } from "./send-webhooks";

/** Saves a change of a subscription and returns it as it is now. */
export function changeSubscription(
  { records }: Context,
  subscription: Subscription,
  patch: Partial<Subscription>,
): Subscription {
  return records.subscriptions.save({ ...subscription, ...patch, updatedAt: Date.now() });
}

/** Adds an invoice to a subscription. */
export function addInvoice(
  { records }: Context,
  subscription: Subscription,
  invoice: Pick<Invoice, "reason" | "status" | "totalCents">,
): Invoice {
  const now = Date.now();
  return records.invoices.save({
    ...invoice,
    ...{ id: records.nextId(), subscriptionId: subscription.id, customerId: subscription.customerId },
    ...{ card: subscription.card, refundedCents: 0, refundedAt: null, createdAt: now, updatedAt: now },
  });
}

/** The invoice that a failed renewal has left unpaid, if there is one. */
export function findPendingInvoice({ records }: Context, subscriptionId: number): Invoice | undefined {
  return records.invoices
    .list()
    .find((invoice) => invoice.subscriptionId === subscriptionId && invoice.status === "pending");
}

/** An event that tells of an order. */
export function orderEvent(context: Context, name: string, order: Order): Event {
  return { name, data: describeOrder(context, order), custom: order.custom };
}

/** An event that tells of a subscription. */
export function subscriptionEvent(context: Context, name: string, subscription: Subscription): Event {
  return { name, data: describeSubscription(context, subscription), custom: subscription.custom };
}

/** An event that tells of a payment: its object is the invoice. */
export function paymentEvent(context: Context, name: string, invoice: Invoice): Event {
  const custom = context.records.subscriptions.find(invoice.subscriptionId)?.custom ?? {};
  return { name, data: describeInvoice(context, invoice), custom };
}
