/** A JSON:API object as the vendor sends it. */
export interface Resource {
  type: string;
  id: string;
  attributes: Record<string, unknown>;
  relationships: Record<string, { links: { related: string; self: string } }>;
  links: { self: string };
}

/** The vendor speaks of itself under its own name, whoever redirected the request. */
export const API_ORIGIN = "https://api.lemonsqueezy.com";

const relations: Record<string, readonly string[]> = {
  users: [],
  stores: ["products", "orders", "subscriptions", "discounts", "license-keys", "webhooks"],
  products: ["store", "variants"],
  variants: ["product", "files", "price-model"],
  prices: ["variant", "subscription-items", "usage-records"],
  customers: ["store", "orders", "subscriptions", "license-keys"],
  checkouts: ["store", "variant"],
  orders: ["store", "customer", "order-items", "subscriptions", "license-keys", "discount-redemptions"],
  subscriptions: [
    ...["store", "customer", "order", "order-item", "product", "variant"],
    ...["subscription-items", "subscription-invoices"],
  ],
  "subscription-invoices": ["store", "subscription", "customer"],
};

/** Wraps attributes as a JSON:API object with its links. */
export function makeResource(
  type: string,
  id: string | number,
  attributes: Record<string, unknown>,
): Resource {
  const self = `${API_ORIGIN}/v1/${type}/${id}`;
  const relationships = (relations[type] ?? []).map(
    (name) =>
      [name, { links: { related: `${self}/${name}`, self: `${self}/relationships/${name}` } }] as const,
  );
  return {
    ...{ type, id: String(id), attributes, relationships: Object.fromEntries(relationships) },
    links: { self },
  };
}

/** A single object as a whole answer. */
export function documentOf(resource: Resource): object {
  return { jsonapi: { version: "1.0" }, links: { self: resource.links.self }, data: resource };
}

/** `past_due` as people read it: `Past due`. */
export function formatStatus(status: string): string {
  return status.charAt(0).toUpperCase() + status.slice(1).replaceAll("_", " ");
}

/** Cents as people read them: `$20.00`. */
export function formatCents(cents: number): string {
  return `${cents < 0 ? "-" : ""}$${(Math.abs(cents) / 100).toFixed(2)}`;
}

/** The money fields that orders and invoices share. No tax, no discount, dollars only. */
export function describeMoney(totalCents: number, refundedCents: number): Record<string, unknown> {
  const amounts = {
    subtotal: totalCents,
    discount_total: 0,
    tax: 0,
    total: totalCents,
    refunded_amount: refundedCents,
  };
  const named = (suffix: string, of: (cents: number) => unknown) =>
    Object.fromEntries(Object.entries(amounts).map(([name, cents]) => [name + suffix, of(cents)]));
  return {
    ...{ currency: "USD", currency_rate: "1.00000000", tax_inclusive: false },
    ...{ ...named("", (cents) => cents), ...named("_usd", (cents) => cents) },
    ...named("_formatted", formatCents),
  };
}
