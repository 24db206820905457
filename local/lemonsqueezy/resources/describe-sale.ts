import { VARIANT_NAME, findOffer, store } from "../catalog";
import type { Offer } from "../catalog";
import type { Context } from "../context";
import { writeInstant, writeInstantOrNull } from "../instants";
import type { Checkout, Customer, Invoice, Order, Subscription } from "../records";
import { signUrl } from "../sign-url";
import { describeMoney, formatStatus, makeResource } from "./resource";
import type { Resource } from "./resource";

type Place = Pick<Context, "urlSecret" | "origin" | "records">;

/** Where a customer manages what they have bought, without signing in. */
export function portalUrl(place: Place, customerId: number): string {
  return signUrl(place, `/billing?customer=${customerId}`);
}

/** A customer. */
export function describeCustomer(place: Place, customer: Customer): Resource {
  const { name, email, createdAt } = customer;
  return makeResource("customers", customer.id, {
    ...{ store_id: store.id, name, email, status: "subscribed", status_formatted: "Subscribed" },
    ...{ city: null, region: null, country: "US", country_formatted: "United States" },
    ...{
      total_revenue_currency: 0,
      total_revenue_currency_formatted: "$0.00",
      mrr: 0,
      mrr_formatted: "$0.00",
    },
    urls: { customer_portal: portalUrl(place, customer.id) },
    ...{ created_at: writeInstant(createdAt), updated_at: writeInstant(createdAt), test_mode: true },
  });
}

/** A checkout; its address expires. */
export function describeCheckout(place: Place, checkout: Checkout): Resource {
  return makeResource("checkouts", checkout.id, {
    ...{ store_id: store.id, variant_id: checkout.variantId, custom_price: checkout.customPriceCents },
    product_options: checkout.productOptions,
    checkout_options: checkout.checkoutOptions,
    checkout_data: { email: "", name: "", ...checkout.checkoutData, custom: checkout.custom },
    expires_at: writeInstantOrNull(checkout.expiresAt),
    ...{ created_at: writeInstant(checkout.createdAt), updated_at: writeInstant(checkout.createdAt) },
    ...{ test_mode: true, url: signUrl(place, `/checkout/custom/${checkout.id}`) },
  });
}

/** An order: the first payment of a subscription. */
export function describeOrder(place: Place, order: Order): Resource {
  const offer = offerOf(order.variantId);
  const { status, refunded } = refundStateOf(order, "paid");
  const stamps = { created_at: writeInstant(order.createdAt), updated_at: writeInstant(order.updatedAt) };
  return makeResource("orders", order.id, {
    ...{ store_id: store.id, customer_id: order.customerId, identifier: order.identifier },
    ...{ order_number: order.id, ...userOf(place, order.customerId) },
    ...describeMoney(order.totalCents, order.refundedCents),
    ...{ setup_fee: 0, setup_fee_usd: 0, setup_fee_formatted: "$0.00", tax_name: "", tax_rate: "0.00" },
    ...{ status, status_formatted: formatStatus(status), refunded },
    refunded_at: writeInstantOrNull(order.refundedAt),
    first_order_item: {
      ...{ id: order.itemId, order_id: order.id, product_id: offer.productId, variant_id: offer.variantId },
      ...{ price_id: offer.priceId, quantity: 1, product_name: offer.name, variant_name: VARIANT_NAME },
      ...{ price: order.totalCents, ...stamps, test_mode: true },
    },
    urls: { receipt: signUrl(place, `/receipt/${order.id}`) },
    ...{ ...stamps, test_mode: true },
  });
}

/** A subscription as it stands. */
export function describeSubscription(place: Place, subscription: Subscription): Resource {
  const { id, customerId, status, itemId, pause } = subscription;
  const offer = offerOf(subscription.variantId);
  const stamps = {
    created_at: writeInstant(subscription.createdAt),
    updated_at: writeInstant(subscription.updatedAt),
  };
  return makeResource("subscriptions", id, {
    ...{ store_id: store.id, customer_id: customerId, order_id: subscription.orderId, order_item_id: itemId },
    ...{ product_id: offer.productId, variant_id: offer.variantId, product_name: offer.name },
    ...{ variant_name: VARIANT_NAME, ...userOf(place, customerId), status },
    ...{ status_formatted: formatStatus(status), ...cardOf(subscription.card), payment_processor: "stripe" },
    pause: pause && { mode: pause.mode, resumes_at: pause.resumesAt },
    cancelled: status === "cancelled" || status === "expired",
    trial_ends_at: null,
    billing_anchor: new Date(subscription.renewsAt).getUTCDate(),
    first_subscription_item: {
      ...{ id: itemId, subscription_id: id, price_id: offer.priceId, quantity: 1, is_usage_based: false },
      ...stamps,
    },
    urls: {
      update_payment_method: signUrl(place, `/subscription/${id}/payment-details`),
      customer_portal: portalUrl(place, customerId),
      customer_portal_update_subscription: signUrl(place, `/billing?customer=${customerId}&update=${id}`),
    },
    ...{ renews_at: writeInstant(subscription.renewsAt), ends_at: writeInstantOrNull(subscription.endsAt) },
    ...{ ...stamps, test_mode: true },
  });
}

/** An invoice of a subscription. */
export function describeInvoice(place: Place, invoice: Invoice): Resource {
  const { id, subscriptionId, customerId, status } = invoice;
  return makeResource("subscription-invoices", id, {
    ...{ store_id: store.id, subscription_id: subscriptionId, customer_id: customerId },
    ...{ ...userOf(place, customerId), billing_reason: invoice.reason, ...cardOf(invoice.card) },
    ...describeMoney(invoice.totalCents, invoice.refundedCents),
    ...{ status, status_formatted: formatStatus(status), refunded: status === "refunded" },
    refunded_at: writeInstantOrNull(invoice.refundedAt),
    urls: { invoice_url: status === "pending" ? null : signUrl(place, `/invoice/${id}`) },
    ...{ created_at: writeInstant(invoice.createdAt), updated_at: writeInstant(invoice.updatedAt) },
    test_mode: true,
  });
}

/** What has become of a payment that may have been given back, wholly or in part. */
export function refundStateOf<Status extends string>(
  payment: { totalCents: number; refundedCents: number },
  otherwise: Status,
): { status: Status | "refunded" | "partial_refund"; refunded: boolean } {
  if (payment.refundedCents === 0) return { status: otherwise, refunded: false };
  const isWhole = payment.refundedCents >= payment.totalCents;
  return { status: isWhole ? "refunded" : "partial_refund", refunded: isWhole };
}

function offerOf(variantId: number): Offer {
  const offer = findOffer(variantId);
  if (!offer) throw new Error(`The store sells no variant ${variantId}.`);
  return offer;
}

function userOf({ records }: Place, customerId: number): { user_name: string; user_email: string } {
  const customer = records.customers.find(customerId);
  return { user_name: customer?.name ?? "", user_email: customer?.email ?? "" };
}

function cardOf(digits: string): { card_brand: string; card_last_four: string } {
  return { card_brand: digits.startsWith("5") ? "mastercard" : "visa", card_last_four: digits.slice(-4) };
}
