import { Hono } from "hono";
import { html } from "hono/html";
import { judgeCard } from "../cards";
import { findOffer, listOffers } from "../catalog";
import { changePlan } from "../change-plan";
import type { Context } from "../context";
import { cancel, changeCard, resume } from "../move-subscription";
import type { Subscription } from "../records";
import { formatCents } from "../resources/resource";
import { isSignedUrl, signUrl } from "../sign-url";
import { readForm } from "./read-form";
import { showBilling } from "./show-billing";
import { cardFields, cardHelp, showPage, showRefusal } from "./show-page";
import type { Markup } from "./show-page";

/** The customer portal: change, cancel, resume, card and invoices of one customer, by a signed address. */
export function portalRoutes(context: Context): Hono {
  const { records } = context;
  const routes = new Hono();

  routes.use(async (c, next) => {
    if (!isSignedUrl(context, c.req.url)) return c.html(expired, 403);
    await next();
    return undefined;
  });

  routes.get("/billing", (c) => {
    const customer = records.customers.find(c.req.query("customer") ?? "");
    return customer ? c.html(showBilling(context, customer, c.req.query("said"))) : c.html(expired, 404);
  });

  routes.post("/subscription/:id/change", async (c) => {
    const subscription = records.subscriptions.find(c.req.param("id"));
    const form = await readForm(c);
    const offer = findOffer(form["variant"]);
    if (!subscription || !offer) return c.html(expired, 404);
    const changed = changePlan(context, subscription, { offer, proration: "now" });
    const said = "declined" in changed ? changed.declined : `You are on ${offer.name} now.`;
    return c.redirect(backTo(context, subscription, said), 303);
  });

  routes.post("/subscription/:id/cancel", (c) => {
    const subscription = records.subscriptions.find(c.req.param("id"));
    if (!subscription) return c.html(expired, 404);
    if (subscription.status !== "cancelled") cancel(context, subscription);
    return c.redirect(backTo(context, subscription, "The subscription is cancelled."), 303);
  });

  routes.post("/subscription/:id/resume", (c) => {
    const subscription = records.subscriptions.find(c.req.param("id"));
    if (!subscription) return c.html(expired, 404);
    if (subscription.status === "cancelled") resume(context, subscription);
    return c.redirect(backTo(context, subscription, "The subscription goes on."), 303);
  });

  routes.get("/subscription/:id/payment-details", (c) => {
    const subscription = records.subscriptions.find(c.req.param("id"));
    return subscription ? c.html(showCard(subscription)) : c.html(expired, 404);
  });

  routes.post("/subscription/:id/payment-details", async (c) => {
    const subscription = records.subscriptions.find(c.req.param("id"));
    if (!subscription) return c.html(expired, 404);
    const { digits, refusal } = judgeCard((await readForm(c))["card"]);
    if (refusal) return c.html(showCard(subscription, refusal), 422);
    changeCard(context, subscription, digits);
    return c.redirect(backTo(context, subscription, "Your card is updated."), 303);
  });

  routes.get("/invoice/:id", (c) => {
    const invoice = records.invoices.find(c.req.param("id"));
    if (!invoice) return c.html(expired, 404);
    const customer = records.customers.find(invoice.customerId);
    const given = invoice.refundedCents > 0 ? ` ${formatCents(invoice.refundedCents)} was given back.` : "";
    const day = new Date(invoice.createdAt).toISOString().slice(0, 10);
    const sentence = `${customer?.name ?? ""}, ${customer?.email ?? ""}: ${formatCents(invoice.totalCents)} on ${day}, ${invoice.reason}.${given}`;
    return c.html(showRefusal(`Invoice ${invoice.id}`, sentence));
  });

  return routes;
}

const expired = showRefusal(
  "This page has expired",
  "Open it again from the app: the address is only valid for a few hours.",
);

function backTo(context: Context, { customerId }: Subscription, said: string): string {
  return signUrl(context, `/billing?customer=${customerId}&said=${encodeURIComponent(said)}`);
}

function showCard(subscription: Subscription, refusal?: string): Markup {
  const name = findOffer(subscription.variantId)?.name ?? listOffers()[0]?.name ?? "";
  return showPage(
    "Payment method",
    html`<section>
      <h1>Payment method</h1>
      <p class="soft">${name} is paid with the card ending in ${subscription.card.slice(-4)}.</p>
      ${refusal ? html`<p role="alert">${refusal}</p>` : ""}
      <form method="post">
        ${cardFields()}
        <button>Save card</button>
      </form>
      ${cardHelp()}
    </section>`,
  );
}
