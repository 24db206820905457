import * as z from "zod";

import { env } from "~/env";

/** A delivery that Lemon Squeezy signed. */
export interface SellerEvent {
  /** The same for copies of one delivery. */
  id: string;
  name: string;
  isTest: boolean;
  /** Null for objects that belong to no store. */
  storeId: string | null;
  /** What it speaks of. */
  about:
    | { is: "subscription"; subscriptionId: string }
    | { is: "refunded-order"; orderId: string }
    | { is: "nothing-sold" };
  /** What we sent along with the checkout. */
  purchase: { userId: string | undefined; checkoutId: string | undefined };
  /** To be kept: without addresses, cards and names. */
  body: unknown;
}

const Id = z.coerce.string();

const Delivery = z.object({
  meta: z.object({
    event_name: z.string().min(1).max(100),
    test_mode: z.boolean().default(false),
    custom_data: z
      .object({ user_id: z.string().optional(), checkout_id: z.string().optional() })
      .nullish()
      .catch(undefined),
  }),
  data: z.object({
    type: z.string(),
    id: Id,
    attributes: z
      .object({ store_id: Id.nullish(), subscription_id: Id.nullish(), test_mode: z.boolean().optional() })
      .loose(),
  }),
});

/**
 * Whether a body was signed with our secret: hex HMAC-SHA256 of its bytes. WebCrypto compares in constant time, and a
 * signature of any other shape is simply not ours.
 */
export async function isSigned(body: Uint8Array<ArrayBuffer>, signature: string | null): Promise<boolean> {
  const secret = env.LEMONSQUEEZY_WEBHOOK_SECRET;
  const claimed = readHex(signature ?? "");
  if (!secret || !claimed) return false;
  const bytes = new TextEncoder().encode(secret);
  const key = await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, [
    "verify",
  ]);
  return crypto.subtle.verify("HMAC", key, claimed, body);
}

function readHex(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[0-9a-f]{64}$/i.test(text)) return undefined;
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Reads a signed body; undefined when it is no event of Lemon Squeezy's. */
export async function readSellerEvent(body: Uint8Array<ArrayBuffer>): Promise<SellerEvent | undefined> {
  const json = parseJson(new TextDecoder().decode(body));
  const parsed = Delivery.safeParse(json);
  if (!parsed.success) return undefined;
  const { meta, data } = parsed.data;
  return {
    id: await hash(body),
    name: meta.event_name,
    isTest: meta.test_mode || data.attributes.test_mode === true,
    storeId: data.attributes.store_id ?? null,
    about: readSubject(meta.event_name, data),
    purchase: { userId: meta.custom_data?.user_id, checkoutId: meta.custom_data?.checkout_id },
    body: withoutPrivate(json),
  };
}

function readSubject(name: string, data: z.infer<typeof Delivery>["data"]): SellerEvent["about"] {
  if (data.type === "subscriptions") return { is: "subscription", subscriptionId: data.id };
  const { subscription_id: subscriptionId } = data.attributes;
  if (data.type === "subscription-invoices" && subscriptionId) return { is: "subscription", subscriptionId };
  if (data.type === "orders" && name === "order_refunded") return { is: "refunded-order", orderId: data.id };
  return { is: "nothing-sold" };
}

/**
 * Of the body's bytes. Not `meta.webhook_id`: whether it names the delivery or the endpoint is not documented
 * (read 2026-11-22), and an endpoint's would make every event after the first a copy.
 */
async function hash(body: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Portal and invoice addresses are keys to someone's account; cards, names and e-mails are not ours to keep. */
const PRIVATE = /^(urls?|.*_url|links|relationships|card_.*|user_name|user_email)$/;

function withoutPrivate(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPrivate);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => !PRIVATE.test(name));
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutPrivate(inner)]));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
