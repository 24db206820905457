import { randomUUID } from "node:crypto";
import { findOffer } from "./catalog";
import { addInvoice, orderEvent, paymentEvent, subscriptionEvent } from "./change-records";
import type { Context } from "./context";
import { addMonths } from "./instants";
import type { Checkout, Customer, Subscription } from "./records";

export interface Buyer {
  name: string;
  email: string;
  /** The digits of a card that can be charged. */
  card: string;
}

/**
 * Completes a checkout: an order, a subscription and its first invoice, and the four events that tell of them.
 *
 * Every completed checkout makes a subscription of its own, also for someone who has one.
 */
export function purchase(context: Context, checkout: Checkout, buyer: Buyer): Subscription {
  const { records, webhooks } = context;
  const offer = findOffer(checkout.variantId);
  if (!offer) throw new Error(`The store sells no variant ${checkout.variantId}.`);

  const now = Date.now();
  const stamps = { createdAt: now, updatedAt: now };
  const customer = findOrAddCustomer(context, buyer);
  const totalCents = checkout.customPriceCents ?? offer.priceCents;
  const { custom } = checkout;

  const order = records.orders.save({
    ...{ id: records.nextId(), itemId: records.nextId(), identifier: randomUUID() },
    ...{ customerId: customer.id, variantId: offer.variantId, custom },
    ...{ totalCents, refundedCents: 0, refundedAt: null, ...stamps },
  });
  const subscription = records.subscriptions.save({
    ...{ id: records.nextId(), itemId: records.nextId(), orderId: order.id, customerId: customer.id },
    ...{ variantId: offer.variantId, custom, status: "active", card: buyer.card, pause: null },
    ...{ prorationCents: 0, renewsAt: addMonths(now, 1), endsAt: null, ...stamps },
  });
  const invoice = addInvoice(context, subscription, { reason: "initial", status: "paid", totalCents });

  webhooks.emit([
    orderEvent(context, "order_created", order),
    subscriptionEvent(context, "subscription_created", subscription),
    subscriptionEvent(context, "subscription_updated", subscription),
    paymentEvent(context, "subscription_payment_success", invoice),
  ]);
  return subscription;
}

/** A customer is known by their e-mail address. */
export function findOrAddCustomer(
  { records }: Context,
  { name, email }: Pick<Buyer, "name" | "email">,
): Customer {
  const known = records.customers.list().find((customer) => customer.email === email);
  return known ?? records.customers.save({ id: records.nextId(), name, email, createdAt: Date.now() });
}
