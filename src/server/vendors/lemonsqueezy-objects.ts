import * as z from "zod";

import { env } from "~/env";

const isPlayed = env.NODE_ENV !== "production" || env.ALLOW_LOOPBACK === "1";

/**
 * A page at the seller that a browser is sent to. HTTPS alone, never `javascript:`; a store may have a domain of its own, so the
 * host is taken on the word of the API, which was asked over HTTPS with our key. Played, it is on this machine.
 */
export const SellerUrl = z.url().refine((address) => {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" || (isPlayed && protocol === "http:" && hostname === "localhost");
}, "This is no page of a shop.");

const Instant = z.coerce.date();
const Id = z.coerce.string();
const Cents = z.number().int();

/** A subscription as Lemon Squeezy has it (docs, "The subscription object", read 2026-11-22). */
export const SellerSubscription = z
  .object({
    id: Id,
    attributes: z.object({
      store_id: Id,
      customer_id: Id,
      order_id: Id,
      variant_id: Id,
      status: z.enum(["on_trial", "active", "paused", "past_due", "unpaid", "cancelled", "expired"]),
      user_email: z.string().nullish(),
      payment_processor: z.string().nullish(),
      renews_at: Instant.nullish(),
      ends_at: Instant.nullish(),
      created_at: Instant,
      updated_at: Instant,
      test_mode: z.boolean(),
    }),
  })
  .transform(({ id, attributes }) => ({
    id,
    storeId: attributes.store_id,
    customerId: attributes.customer_id,
    orderId: attributes.order_id,
    variantId: attributes.variant_id,
    status: attributes.status,
    email: attributes.user_email ?? null,
    isPayPal: attributes.payment_processor === "paypal",
    renewsAt: attributes.renews_at ?? null,
    endsAt: attributes.ends_at ?? null,
    createdAt: attributes.created_at,
    /** Whole seconds. */
    updatedAt: attributes.updated_at,
    isTest: attributes.test_mode,
  }));
export type SellerSubscription = z.infer<typeof SellerSubscription>;

/** Whether nothing more will be charged for it. */
export function isEnded({ status }: Pick<SellerSubscription, "status">): boolean {
  return status === "cancelled" || status === "expired";
}

/** An invoice of a subscription. The SDK's types lack `updated` and `partial_refund`; the API sends both. */
export const SellerInvoice = z
  .object({
    id: Id,
    attributes: z.object({
      store_id: Id,
      subscription_id: Id,
      billing_reason: z.enum(["initial", "renewal", "updated"]),
      status: z.enum(["pending", "paid", "void", "refunded", "partial_refund"]),
      currency: z.string(),
      subtotal: Cents,
      subtotal_usd: Cents.nullish(),
      total: Cents,
      refunded: z.boolean().nullish(),
      refunded_amount: Cents.nullish(),
      refunded_at: Instant.nullish(),
      created_at: Instant,
      updated_at: Instant,
    }),
  })
  .transform(({ id, attributes }) => {
    const isRefunded = attributes.status === "refunded" || attributes.refunded === true;
    return {
      id,
      storeId: attributes.store_id,
      subscriptionId: attributes.subscription_id,
      reason: attributes.billing_reason,
      status: isRefunded ? ("refunded" as const) : attributes.status,
      currency: attributes.currency,
      /** Before discounts and taxes, in US cents: what plans are priced in. */
      subtotalUsdCents: attributes.subtotal_usd ?? attributes.subtotal,
      totalCents: attributes.total,
      refundedCents: isRefunded ? attributes.total : (attributes.refunded_amount ?? 0),
      refundedAt: attributes.refunded_at ?? null,
      createdAt: attributes.created_at,
      updatedAt: attributes.updated_at,
    };
  });
export type SellerInvoice = z.infer<typeof SellerInvoice>;

/** The purchase a subscription began with. */
export const SellerOrder = z
  .object({
    id: Id,
    attributes: z.object({
      status: z.string(),
      total: Cents,
      refunded: z.boolean().nullish(),
      refunded_amount: Cents.nullish(),
      refunded_at: Instant.nullish(),
      first_order_item: z.object({ variant_id: Id }).nullish(),
    }),
  })
  .transform(({ id, attributes }) => ({
    id,
    variantId: attributes.first_order_item?.variant_id ?? null,
    totalCents: attributes.total,
    refundedCents:
      attributes.status === "refunded" || attributes.refunded === true
        ? attributes.total
        : (attributes.refunded_amount ?? 0),
    refundedAt: attributes.refunded_at ?? null,
  }));
export type SellerOrder = z.infer<typeof SellerOrder>;
