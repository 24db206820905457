import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import type { Context as HonoContext } from "hono";
import * as z from "zod";
import { ApiError } from "./api-error";
import { findOffer, store } from "./catalog";
import type { Context } from "./context";
import { findOrAddCustomer } from "./purchase";
import { parseCheckout, wantData } from "./parse-request";
import { refundInvoice, refundOrder } from "./refund";
import {
  describeCheckout,
  describeCustomer,
  describeInvoice,
  describeOrder,
  describeSubscription,
} from "./resources/describe-sale";
import { cancel } from "./move-subscription";
import type { Subscription } from "./records";
import { documentOf } from "./resources/resource";
import { signUrl } from "./sign-url";
import { SubscriptionChange, updateSubscription } from "./update-subscription";

const Refund = z.object({ amount: z.number().int().positive().optional() });
const NewCustomer = z.object({ name: z.string().min(1), email: z.email() });

/** What changes something: checkouts, subscriptions, refunds, customers. */
export function changeRoutes(context: Context): Hono {
  const { records } = context;
  const routes = new Hono();

  const subscriptionOf = (c: HonoContext): Subscription => {
    const subscription = records.subscriptions.find(c.req.param("id") ?? "");
    if (!subscription) throw missing();
    return subscription;
  };

  routes.post("/checkouts", async (c) => {
    const request = parseCheckout(await readJson(c));
    if (request.storeId !== String(store.id)) throw invalid("The selected store is invalid.", "store");
    const offer = findOffer(request.variantId);
    if (!offer) throw invalid("The selected variant is invalid.", "variant");
    const checkout = records.checkouts.save({
      ...{ ...request.checkout, id: randomUUID(), variantId: offer.variantId, createdAt: Date.now() },
    });
    return c.json(documentOf(describeCheckout(context, checkout)), 201);
  });

  routes.post("/customers", async (c) => {
    const customer = findOrAddCustomer(context, wantData(await readJson(c), NewCustomer));
    return c.json(documentOf(describeCustomer(context, customer)), 201);
  });

  routes.patch("/subscriptions/:id", async (c) => {
    const change = wantData(await readJson(c), SubscriptionChange);
    const changed = updateSubscription(context, subscriptionOf(c), change);
    return c.json(documentOf(describeSubscription(context, changed)));
  });

  routes.delete("/subscriptions/:id", (c) => {
    const subscription = subscriptionOf(c);
    if (subscription.status === "expired") throw new ApiError(422, "The subscription has expired.");
    if (subscription.status !== "cancelled") cancel(context, subscription);
    return c.json(documentOf(describeSubscription(context, subscriptionOf(c))));
  });

  routes.post("/subscription-invoices/:id/refund", async (c) => {
    const invoice = records.invoices.find(c.req.param("id"));
    if (!invoice) throw missing();
    const refunded = refundInvoice(context, invoice, wantData(await readJson(c), Refund).amount);
    if (!refunded) throw new ApiError(422, "The invoice cannot be refunded.");
    return c.json(documentOf(describeInvoice(context, refunded)));
  });

  routes.post("/subscription-invoices/:id/generate-invoice", (c) => {
    const invoice = records.invoices.find(c.req.param("id"));
    if (!invoice) throw missing();
    const meta = { urls: { download_invoice: signUrl(context, `/invoice/${invoice.id}`) } };
    return c.json({ jsonapi: { version: "1.0" }, meta });
  });

  routes.post("/orders/:id/refund", async (c) => {
    const order = records.orders.find(c.req.param("id"));
    if (!order) throw missing();
    const refunded = refundOrder(context, order, wantData(await readJson(c), Refund).amount);
    if (!refunded) throw new ApiError(422, "The order cannot be refunded.");
    return c.json(documentOf(describeOrder(context, refunded)));
  });

  return routes;
}

/** The body, or null for one that is empty or no JSON: the schemas then say what is missing. */
async function readJson(c: HonoContext): Promise<unknown> {
  return c.req.json<unknown>().catch(() => null);
}

function missing(): ApiError {
  return new ApiError(404, "The requested resource does not exist.");
}

function invalid(detail: string, relationship: string): ApiError {
  return new ApiError(422, detail, `/data/relationships/${relationship}`);
}
