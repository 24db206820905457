import * as z from "zod";
import { ApiError } from "./api-error";
import type { Checkout } from "./records";

const Loose = z.record(z.string(), z.unknown());
const Id = z.object({ data: z.object({ id: z.coerce.string() }) });
/** Custom data comes back in webhooks as text; anything nested is refused. */
const Custom = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String));

const NewCheckout = z.object({
  data: z.object({
    attributes: z.object({
      custom_price: z.number().int().nonnegative().nullish(),
      expires_at: z.iso.datetime({ offset: true }).nullish(),
      product_options: z
        .looseObject({ redirect_url: z.url({ protocol: /^https?$/ }).optional() })
        .default({}),
      checkout_options: Loose.default({}),
      checkout_data: z.looseObject({ custom: Custom.default({}) }).default({ custom: {} }),
    }),
    relationships: z.object({ store: Id, variant: Id }),
  }),
});

/** What was asked for, before it has an id. */
export interface CheckoutRequest {
  storeId: string;
  variantId: string;
  checkout: Omit<Checkout, "id" | "variantId" | "createdAt">;
}

/**
 * Reads `POST /v1/checkouts`.
 *
 * @throws ApiError 422 with a pointer to the first thing that is wrong.
 */
export function parseCheckout(body: unknown): CheckoutRequest {
  const { attributes, relationships } = parse(NewCheckout, body).data;
  const { custom, ...checkoutData } = attributes.checkout_data;
  return {
    storeId: relationships.store.data.id,
    variantId: relationships.variant.data.id,
    checkout: {
      customPriceCents: attributes.custom_price ?? null,
      productOptions: attributes.product_options,
      checkoutOptions: attributes.checkout_options,
      checkoutData,
      redirectUrl: attributes.product_options.redirect_url ?? null,
      custom,
      expiresAt: attributes.expires_at ? Date.parse(attributes.expires_at) : null,
    },
  };
}

/**
 * The attributes of a JSON:API request as `schema` has them.
 *
 * @throws ApiError 422 with a pointer to the first thing that is wrong.
 */
export function wantData<Schema extends z.ZodType>(body: unknown, schema: Schema): z.output<Schema> {
  const { attributes } = parse(z.object({ data: z.object({ attributes: z.unknown() }) }), body).data;
  return parse(schema, attributes, ["data", "attributes"]);
}

function parse<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
  within: readonly string[] = [],
): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ApiError(
    422,
    issue?.message ?? "Unprocessable.",
    `/${[...within, ...(issue?.path ?? [])].join("/")}`,
  );
}
