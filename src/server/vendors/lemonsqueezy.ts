import {
  cancelSubscription,
  createCheckout,
  getOrder,
  getSubscription,
  getSubscriptionInvoice,
  lemonSqueezySetup,
  listOrders,
  listSubscriptionInvoices,
  listSubscriptions,
  updateSubscription,
} from "@lemonsqueezy/lemonsqueezy.js";
import * as z from "zod";

import { env } from "~/env";
import { Failure } from "~/server/errors";
import { withSpan } from "~/server/telemetry/measure";

import { failAfter } from "./fail-after";
import { SellerInvoice, SellerOrder, SellerSubscription, SellerUrl } from "./lemonsqueezy-objects";

/** The SDK's fetch has no end of its own (4.0.0, read 2026-11-22). */
const CALL_TIMEOUT_MS = 10_000;
/** The most the API puts on a page (docs, "Pagination", read 2026-11-22). */
const PAGE_SIZE = 100;

export interface CheckoutOrder {
  variantId: string;
  userId: string;
  /** Our own id of this checkout; it comes back with the purchase's webhooks. */
  checkoutId: string;
  email: string | null;
  /** Where the browser goes after the payment; null leaves it on the receipt. */
  returnUrl: string | null;
}

/** Makes a hosted checkout for one variant. @returns its address. @throws Failure VENDOR_BUSY, VENDOR_UNAVAILABLE */
export async function openCheckout(order: CheckoutOrder): Promise<string> {
  const { variantId, userId, checkoutId, email, returnUrl } = order;
  const checkout = await ask((storeId) =>
    createCheckout(storeId, variantId, {
      // Otherwise the page offers every variant of the product.
      productOptions: {
        enabledVariants: [Number(variantId)],
        ...(returnUrl !== null && { redirectUrl: returnUrl }),
      },
      checkoutData: {
        ...(email !== null && { email }),
        // The SDK writes keys in snake case, and the webhook brings values back as strings.
        custom: { user_id: userId, checkout_id: checkoutId },
      },
    }),
  );
  return parse(z.object({ data: z.object({ attributes: z.object({ url: SellerUrl }) }) }), checkout).data
    .attributes.url;
}

/** A subscription as it is now; undefined when there is none of that id. @throws Failure VENDOR_BUSY, VENDOR_UNAVAILABLE */
export async function readSubscription(id: string): Promise<SellerSubscription | undefined> {
  const answer = await ask(() => getSubscription(id), "absent");
  return answer === undefined ? undefined : parse(z.object({ data: SellerSubscription }), answer).data;
}

/** The purchase of that id; undefined when there is none. @throws Failure VENDOR_BUSY, VENDOR_UNAVAILABLE */
export async function readOrder(id: string): Promise<SellerOrder | undefined> {
  const answer = await ask(() => getOrder(id), "absent");
  return answer === undefined ? undefined : parse(z.object({ data: SellerOrder }), answer).data;
}

/** All invoices of a subscription, in no order to rely on. @throws Failure VENDOR_BUSY, VENDOR_UNAVAILABLE */
export async function listInvoicesOf(subscriptionId: string): Promise<SellerInvoice[]> {
  const invoices: SellerInvoice[] = [];
  for (let number = 1, last = 1; number <= last; number++) {
    const answer = await ask(() =>
      listSubscriptionInvoices({ filter: { subscriptionId }, page: { number, size: PAGE_SIZE } }),
    );
    const page = parse(pageOf(SellerInvoice), answer);
    // A filter that is not heeded must not bring another's invoices.
    invoices.push(...page.data.filter((invoice) => invoice.subscriptionId === subscriptionId));
    last = page.meta.page.lastPage;
  }
  return invoices;
}

/** The ids of the subscriptions that an order began. @throws Failure VENDOR_BUSY, VENDOR_UNAVAILABLE */
export async function listSubscriptionIdsOf(orderId: string): Promise<string[]> {
  const answer = await ask(() => listSubscriptions({ filter: { orderId } }));
  return parse(pageOf(SellerSubscription), answer)
    .data.filter((subscription) => subscription.orderId === orderId)
    .map((subscription) => subscription.id);
}

/** A page of everything: `what` of our store, at most 100, with the number of the last page. */
export interface Page<T> {
  items: T[];
  lastPage: number;
}

/** A page of the store's subscriptions, numbered from 1. @throws Failure VENDOR_BUSY, VENDOR_UNAVAILABLE */
export async function pageSubscriptions(number: number): Promise<Page<SellerSubscription>> {
  const page = { number, size: PAGE_SIZE };
  return toPage(SellerSubscription, await ask((storeId) => listSubscriptions({ filter: { storeId }, page })));
}

/** A page of the store's invoices, numbered from 1. @throws Failure VENDOR_BUSY, VENDOR_UNAVAILABLE */
export async function pageInvoices(number: number): Promise<Page<SellerInvoice>> {
  const page = { number, size: PAGE_SIZE };
  return toPage(
    SellerInvoice,
    await ask((storeId) => listSubscriptionInvoices({ filter: { storeId }, page })),
  );
}

/** A page of the store's orders, numbered from 1. @throws Failure VENDOR_BUSY, VENDOR_UNAVAILABLE */
export async function pageOrders(number: number): Promise<Page<SellerOrder>> {
  const page = { number, size: PAGE_SIZE };
  return toPage(SellerOrder, await ask((storeId) => listOrders({ filter: { storeId }, page })));
}

/**
 * Moves a subscription to another variant at once. `charge` bills the rest of the period now, pro rata; without it the
 * new price starts with the next renewal and nothing is paid or given back.
 *
 * @throws Failure REFUSED in Lemon Squeezy's words, VENDOR_BUSY, VENDOR_UNAVAILABLE
 */
export async function changeVariant(change: {
  id: string;
  variantId: string;
  charge: boolean;
}): Promise<void> {
  const { id, variantId, charge } = change;
  await ask(() =>
    updateSubscription(id, {
      variantId: Number(variantId),
      ...(charge ? { invoiceImmediately: true } : { disableProrations: true }),
    }),
  );
}

/** Ends a subscription with its paid period. @throws Failure REFUSED, VENDOR_BUSY, VENDOR_UNAVAILABLE */
export async function endSubscription(id: string): Promise<void> {
  await ask(() => cancelSubscription(id));
}

/** Takes a cancellation back. @throws Failure REFUSED, VENDOR_BUSY, VENDOR_UNAVAILABLE */
export async function resumeSubscription(id: string): Promise<void> {
  await ask(() => updateSubscription(id, { cancelled: false }));
}

const Urls = z.object({
  customer_portal: SellerUrl,
  update_payment_method: SellerUrl,
  customer_portal_update_subscription: SellerUrl,
});

/** Signed addresses of a customer's own pages at Lemon Squeezy. They work for hours: hand them on, never keep them. */
export async function readPortalUrls(
  id: string,
): Promise<{ portal: string; paymentMethod: string; changePlan: string }> {
  const answer = await ask(() => getSubscription(id));
  const { urls } = parse(z.object({ data: z.object({ attributes: z.object({ urls: Urls }) }) }), answer).data
    .attributes;
  return {
    portal: urls.customer_portal,
    paymentMethod: urls.update_payment_method,
    changePlan: urls.customer_portal_update_subscription,
  };
}

/** The signed address of an invoice's document; null before it is paid. @throws Failure VENDOR_BUSY, VENDOR_UNAVAILABLE */
export async function readInvoiceUrl(id: string): Promise<string | null> {
  const Invoice = z.object({
    data: z.object({ attributes: z.object({ urls: z.object({ invoice_url: SellerUrl.nullable() }) }) }),
  });
  return parse(Invoice, await ask(() => getSubscriptionInvoice(id))).data.attributes.urls.invoice_url;
}

function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    data: z.array(item),
    meta: z.object({ page: z.object({ lastPage: z.number().int() }) }),
  });
}

function toPage<T>(item: z.ZodType<T>, answer: unknown): Page<T> {
  const { data, meta } = parse(pageOf(item), answer);
  return { items: data, lastPage: meta.page.lastPage };
}

interface Answer {
  statusCode: number | null;
  data: unknown;
  error: Error | null;
}

/**
 * Asks Lemon Squeezy through its SDK, which never throws and leaves the error's body in `data` (4.0.0, read
 * 2026-11-22): what is handed back here is an answer.
 */
function ask(call: (storeId: string) => Promise<Answer>, whenAbsent?: "absent"): Promise<unknown> {
  return withSpan("lemonsqueezy ask", {}, () => askSdk(call, whenAbsent));
}

async function askSdk(call: (storeId: string) => Promise<Answer>, whenAbsent?: "absent"): Promise<unknown> {
  const { LEMONSQUEEZY_API_KEY: apiKey, LEMONSQUEEZY_STORE_ID: storeId } = env;
  if (!apiKey || !storeId) throw new Failure("VENDOR_UNAVAILABLE", "No plans are sold here.");
  lemonSqueezySetup({ apiKey });

  const { promise: timeout, stop } = failAfter(CALL_TIMEOUT_MS);
  const answer = await Promise.race([call(storeId), timeout]).finally(stop);
  if (!answer.error) return answer.data;
  if (answer.statusCode === 404 && whenAbsent === "absent") return undefined;
  throw asFailure(answer.statusCode, answer.error);
}

/** `cause` of the SDK's error holds JSON:API errors: the reason of a 422, which its message hides. */
const Reasons = z.array(z.object({ detail: z.string() })).min(1);

function asFailure(status: number | null, cause: Error): Failure {
  if (status === 422 || status === 400) {
    const reasons = Reasons.safeParse(cause.cause);
    const detail = reasons.success ? reasons.data.map((reason) => reason.detail).join(" ") : cause.message;
    return new Failure("REFUSED", `Lemon Squeezy does not allow this: ${detail}`, { cause });
  }
  if (status === 401 || status === 403 || status === 404) {
    return new Failure("VENDOR_UNAVAILABLE", "Selling is not set up rightly here. Nothing was charged.", {
      cause,
    });
  }
  return new Failure("VENDOR_BUSY", "Lemon Squeezy does not answer right now. Try again in a minute.", {
    cause,
  });
}

function parse<T>(schema: z.ZodType<T>, answer: unknown): T {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new Failure("VENDOR_BUSY", "Lemon Squeezy answered with something we cannot read.", {
    cause: parsed.error,
  });
}
