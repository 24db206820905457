import { orderEvent, paymentEvent } from "./change-records";
import type { Context } from "./context";
import type { Invoice, Order } from "./records";
import { refundStateOf } from "./resources/describe-sale";

/** Gives back `amountCents` of an invoice in all, or all of it. @returns it, or undefined when it was never paid or no amount is left. */
export function refundInvoice(context: Context, invoice: Invoice, amountCents?: number): Invoice | undefined {
  const leftCents = invoice.totalCents - invoice.refundedCents;
  if (invoice.status === "pending" || invoice.status === "void" || leftCents <= 0) return undefined;

  const refundedCents = invoice.refundedCents + Math.min(leftCents, amountCents ?? leftCents);
  const { status } = refundStateOf({ totalCents: invoice.totalCents, refundedCents }, "paid" as const);
  const refunded = context.records.invoices.save({
    ...{ ...invoice, refundedCents, status, refundedAt: Date.now(), updatedAt: Date.now() },
  });
  const order = firstOrderOf(context, invoice);
  const events = [paymentEvent(context, "subscription_payment_refunded", refunded)];
  if (order) {
    const known = { ...order, refundedCents, refundedAt: Date.now(), updatedAt: Date.now() };
    events.push(orderEvent(context, "order_refunded", context.records.orders.save(known)));
  }
  context.webhooks.emit(events);
  return refunded;
}

/** Gives back an order: its subscription's first invoice. */
export function refundOrder(context: Context, order: Order, amountCents?: number): Order | undefined {
  const { subscriptions, invoices, orders } = context.records;
  const subscription = subscriptions.list().find(({ orderId }) => orderId === order.id);
  const invoice = invoices
    .list()
    .find(({ subscriptionId, reason }) => subscriptionId === subscription?.id && reason === "initial");
  if (!invoice || !refundInvoice(context, invoice, amountCents)) return undefined;
  return orders.find(order.id);
}

/** The first invoice of a subscription and its order are one payment. */
function firstOrderOf({ records }: Context, { reason, subscriptionId }: Invoice): Order | undefined {
  const orderId = reason === "initial" ? records.subscriptions.find(subscriptionId)?.orderId : undefined;
  return orderId === undefined ? undefined : records.orders.find(orderId);
}
