/** The store that the local Lemon Squeezy plays. */
export const store = { id: 71001, name: "Likeness (local)", slug: "likeness-local" };

/** Something the store sells: each product has one variant, billed monthly. */
export interface Offer {
  productId: number;
  variantId: number;
  priceId: number;
  /** The product's name; its only variant is called "Default", as Lemon Squeezy calls it. */
  name: string;
  /** US cents per month. */
  priceCents: number;
}

export const VARIANT_NAME = "Default";

/** What is sold. The ids are fixed, so that the app can be given them before the vendor runs. */
export const offers = {
  creator: { productId: 72001, variantId: 73001, priceId: 74001, name: "Creator", priceCents: 2_000 },
  pro: { productId: 72002, variantId: 73002, priceId: 74002, name: "Pro", priceCents: 4_000 },
  enterprise: { productId: 72003, variantId: 73003, priceId: 74003, name: "Enterprise", priceCents: 9_900 },
} as const satisfies Record<string, Offer>;

const all: readonly Offer[] = Object.values(offers);

/** Everything on sale, cheapest first. */
export function listOffers(): readonly Offer[] {
  return all;
}

/** The offer of a variant, by its id as a number or as JSON:API's string; undefined when the store has none. */
export function findOffer(variantId: unknown): Offer | undefined {
  return all.find((offer) => String(offer.variantId) === String(variantId));
}
