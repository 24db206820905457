import { VARIANT_NAME, store } from "../catalog";
import type { Offer } from "../catalog";
import { writeInstant } from "../instants";
import { formatCents, makeResource } from "./resource";
import type { Resource } from "./resource";

const dates = {
  created_at: writeInstant(Date.UTC(2026, 0, 1)),
  updated_at: writeInstant(Date.UTC(2026, 0, 1)),
};

/** Whom the API key belongs to. */
export function describeUser(): Resource {
  return makeResource("users", 1, {
    ...{ name: "Local owner", email: "owner@likeness.test", color: "#7047EB", avatar_url: "" },
    ...{ has_custom_avatar: false, ...dates },
  });
}

/** The one store. */
export function describeStore(): Resource {
  return makeResource("stores", store.id, {
    ...{ name: store.name, slug: store.slug, domain: `${store.slug}.lemonsqueezy.com` },
    ...{ url: `https://${store.slug}.lemonsqueezy.com`, avatar_url: "", plan: "fresh", country: "US" },
    ...{ country_nicename: "United States", currency: "USD", total_sales: 0, total_revenue: 0 },
    ...{ thirty_day_sales: 0, thirty_day_revenue: 0, ...dates },
  });
}

/** An offer as a product. */
export function describeProduct({ productId, name, priceCents }: Offer): Resource {
  return makeResource("products", productId, {
    ...{ store_id: store.id, name, slug: name.toLowerCase(), description: "" },
    ...{ status: "published", status_formatted: "Published", thumb_url: null, large_thumb_url: null },
    ...{ price: priceCents, price_formatted: `${formatCents(priceCents)}/month`, from_price: null },
    ...{ from_price_formatted: null, to_price: null, to_price_formatted: null, pay_what_you_want: false },
    ...{ buy_now_url: `https://${store.slug}.lemonsqueezy.com/buy/${productId}`, ...dates, test_mode: true },
  });
}

/** An offer as its product's only variant. */
export function describeVariant({ productId, variantId, priceCents }: Offer): Resource {
  return makeResource("variants", variantId, {
    ...{ product_id: productId, name: VARIANT_NAME, slug: `variant-${variantId}`, description: "" },
    ...{ price: priceCents, is_subscription: true, interval: "month", interval_count: 1 },
    ...{ has_free_trial: false, trial_interval: "day", trial_interval_count: 30 },
    ...{ pay_what_you_want: false, min_price: 0, suggested_price: 0, has_license_keys: false },
    ...{ license_activation_limit: 5, is_license_limit_unlimited: false, license_length_value: 1 },
    ...{ license_length_unit: "years", is_license_length_unlimited: false, links: [], sort: 0 },
    // "pending" is what a product's only variant says in published examples.
    ...{ status: "pending", status_formatted: "Pending", ...dates, test_mode: true },
  });
}

/** An offer as its variant's price. */
export function describePrice({ priceId, variantId, priceCents }: Offer): Resource {
  return makeResource("prices", priceId, {
    ...{ variant_id: variantId, category: "subscription", scheme: "standard", usage_aggregation: null },
    ...{ unit_price: priceCents, unit_price_decimal: null, setup_fee_enabled: false, setup_fee: null },
    ...{ package_size: 1, tiers: null, renewal_interval_unit: "month", renewal_interval_quantity: 1 },
    ...{ trial_interval_unit: null, trial_interval_quantity: null, min_price: null },
    ...{ suggested_price: null, tax_code: "saas", ...dates },
  });
}
