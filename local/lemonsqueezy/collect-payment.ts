import { findOffer } from "./catalog";
import {
  addInvoice,
  changeSubscription,
  findPendingInvoice,
  paymentEvent,
  subscriptionEvent,
} from "./change-records";
import type { Context } from "./context";
import { addMonths } from "./instants";
import type { Invoice, Subscription } from "./records";

/** Renews a subscription for a month: a paid invoice, and the date moves. What a change of plan left to charge goes with it. */
export function renew(context: Context, subscription: Subscription): void {
  const pending = findPendingInvoice(context, subscription.id);
  if (pending) {
    recover(context, subscription, pending);
    return;
  }

  const { totalCents, prorationCents } = billOf(subscription);
  const patch = { status: "active", renewsAt: addMonths(subscription.renewsAt, 1), prorationCents } as const;
  const renewed = changeSubscription(context, subscription, patch);
  const invoice = addInvoice(context, renewed, { reason: "renewal", status: "paid", totalCents });
  context.webhooks.emit([
    paymentEvent(context, "subscription_payment_success", invoice),
    subscriptionEvent(context, "subscription_updated", renewed),
  ]);
}

/** Lets a renewal fail: past due with an unpaid invoice, which the next attempts ask for again. */
export function fail(context: Context, subscription: Subscription): void {
  const { totalCents, prorationCents } = billOf(subscription);
  const known = findPendingInvoice(context, subscription.id);
  const invoice =
    known ?? addInvoice(context, subscription, { reason: "renewal", status: "pending", totalCents });
  const failed = changeSubscription(context, subscription, {
    status: "past_due",
    ...(known ? {} : { prorationCents }),
  });
  context.webhooks.emit([
    paymentEvent(context, "subscription_payment_failed", invoice),
    subscriptionEvent(context, "subscription_updated", failed),
  ]);
}

/** Pays the invoice that a failed renewal left. "Recovered" always comes with a "success" for the same invoice. */
export function recover(context: Context, subscription: Subscription, pending: Invoice): void {
  const paid = context.records.invoices.save({
    ...{ ...pending, status: "paid", card: subscription.card, updatedAt: Date.now() },
  });
  const renewsAt = addMonths(subscription.renewsAt, 1);
  const renewed = changeSubscription(context, subscription, { status: "active", renewsAt });
  context.webhooks.emit([
    paymentEvent(context, "subscription_payment_recovered", paid),
    paymentEvent(context, "subscription_payment_success", paid),
    subscriptionEvent(context, "subscription_updated", renewed),
  ]);
}

/** A credit larger than the price is carried on. */
function billOf({ variantId, prorationCents }: Subscription): { totalCents: number; prorationCents: number } {
  const dueCents = (findOffer(variantId)?.priceCents ?? 0) + prorationCents;
  return { totalCents: Math.max(0, dueCents), prorationCents: Math.min(0, dueCents) };
}
