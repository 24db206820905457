import * as z from "zod";

/** What is kept, in our own shape; `resources/` says it as JSON:API. Instants are epoch milliseconds, money is US cents. */
const instant = z.number().int();
const cents = z.number().int();
const id = z.number().int();
const Custom = z.record(z.string(), z.string());

export const Customer = z.object({ id, name: z.string(), email: z.string(), createdAt: instant });
export type Customer = z.infer<typeof Customer>;

export const Checkout = z.object({
  /** A UUID; every other id is a number. */
  id: z.string(),
  variantId: id,
  customPriceCents: cents.nullable(),
  /** As they were sent, to be echoed. */
  productOptions: z.record(z.string(), z.unknown()),
  checkoutOptions: z.record(z.string(), z.unknown()),
  checkoutData: z.record(z.string(), z.unknown()),
  redirectUrl: z.string().nullable(),
  custom: Custom,
  expiresAt: instant.nullable(),
  createdAt: instant,
});
export type Checkout = z.infer<typeof Checkout>;

export const Order = z.object({
  id,
  identifier: z.string(),
  customerId: id,
  variantId: id,
  itemId: id,
  custom: Custom,
  totalCents: cents,
  refundedCents: cents,
  refundedAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
});
export type Order = z.infer<typeof Order>;

export const subscriptionStatuses = [
  "active",
  "paused",
  "past_due",
  "unpaid",
  "cancelled",
  "expired",
] as const;

export const Subscription = z.object({
  id,
  itemId: id,
  orderId: id,
  customerId: id,
  variantId: id,
  custom: Custom,
  status: z.enum(subscriptionStatuses),
  /** The digits of the card on file. */
  card: z.string(),
  pause: z.object({ mode: z.enum(["void", "free"]), resumesAt: z.string().nullable() }).nullable(),
  /** What a change of plan has left to charge, or when negative to credit, with the next renewal. */
  prorationCents: cents,
  renewsAt: instant,
  endsAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
});
export type Subscription = z.infer<typeof Subscription>;

export const Invoice = z.object({
  id,
  subscriptionId: id,
  customerId: id,
  reason: z.enum(["initial", "renewal", "updated"]),
  status: z.enum(["pending", "paid", "void", "refunded", "partial_refund"]),
  card: z.string(),
  totalCents: cents,
  refundedCents: cents,
  refundedAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
});
export type Invoice = z.infer<typeof Invoice>;

/** A webhook to one endpoint, with every attempt at it. */
export const Delivery = z.object({
  /** `meta.webhook_id`: the same in every attempt. */
  id: z.string(),
  /** The order in which events happened. */
  position: z.number().int(),
  event: z.string(),
  body: z.string(),
  /** Null is signed with the store's secret; anything else is sent as it stands. */
  signature: z.string().nullable(),
  status: z.enum(["waiting", "delivered", "lost", "dropped"]),
  /** Times left to try after a failure. */
  retriesLeft: z.number().int(),
  dueAt: instant,
  /** Status codes of the answers, 0 for none. */
  attempts: z.array(z.number().int()),
});
export type Delivery = z.infer<typeof Delivery>;
