import { Hono } from "hono";
import { html } from "hono/html";
import { judgeCard } from "../cards";
import { findOffer } from "../catalog";
import type { Context } from "../context";
import { purchase } from "../purchase";
import type { Checkout } from "../records";
import { portalUrl } from "../resources/describe-sale";
import { formatCents } from "../resources/resource";
import { isSignedUrl, signUrl } from "../sign-url";
import { readForm } from "./read-form";
import { cardFields, cardHelp, showPage, showRefusal } from "./show-page";
import type { Markup } from "./show-page";

const PATH = "/checkout/custom/:id";

/** The hosted checkout: pays with a test card, tells of it by webhook, and sends the customer back. */
export function checkoutRoutes(context: Context): Hono {
  const { records, log } = context;
  const routes = new Hono();

  const open = (id: string, href: string): Checkout | undefined => {
    const checkout = isSignedUrl(context, href) ? records.checkouts.find(id) : undefined;
    const isOver = checkout?.expiresAt != null && checkout.expiresAt <= Date.now();
    return isOver ? undefined : checkout;
  };

  routes.get(PATH, (c) => {
    const checkout = open(c.req.param("id"), c.req.url);
    if (!checkout) return c.html(gone, 404);
    const { email, name } = checkout.checkoutData;
    return c.html(showCheckout(checkout, { email, name }));
  });

  routes.post(PATH, async (c) => {
    const checkout = open(c.req.param("id"), c.req.url);
    if (!checkout) return c.html(gone, 404);
    const form = await readForm(c);
    const { digits, refusal } = judgeCard(form["card"]);
    const { email = "", name = "" } = form;
    if (refusal || !email.includes("@") || name === "") {
      log(`checkout ${checkout.id} refused: ${refusal ?? "a field is empty"}`);
      return c.html(showCheckout(checkout, form, refusal ?? "Fill in your name and e-mail address."), 422);
    }
    const { orderId } = purchase(context, checkout, { email, name, card: digits });
    log(`checkout ${checkout.id} paid: order ${orderId}`);
    return c.redirect(checkout.redirectUrl ?? signUrl(context, `/receipt/${orderId}`), 303);
  });

  routes.get("/", (c) => c.html(showHome(context)));

  routes.get("/receipt/:id", (c) => {
    const order = isSignedUrl(context, c.req.url) ? records.orders.find(c.req.param("id")) : undefined;
    if (!order) return c.html(gone, 404);
    const paid = formatCents(order.totalCents);
    return c.html(showRefusal("Thank you for your order", `Order ${order.id} is paid: ${paid}.`));
  });

  return routes;
}

/** The dashboard's stand-in: every customer, with the way to their portal. */
function showHome(context: Context): Markup {
  const customers = context.records.customers.list();
  return showPage(
    "Customers",
    html`<section>
      <h1>Customers</h1>
      <p class="soft">
        ${customers.length === 0 ? "Nobody has bought anything yet." : "Everyone who has bought something:"}
      </p>
      ${customers.map(
        ({ id, email }) =>
          html`<div class="row"><span>${email}</span><a href="${portalUrl(context, id)}">Billing</a></div>`,
      )}
    </section>`,
  );
}

const gone = showRefusal(
  "This page has expired",
  "Go back to where you came from and begin again: the address is only valid for a few hours.",
);

function showCheckout(
  checkout: Checkout,
  filled: { email?: unknown; name?: unknown },
  refusal?: string,
): Markup {
  const offer = findOffer(checkout.variantId);
  const price = formatCents(checkout.customPriceCents ?? offer?.priceCents ?? 0);
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  return showPage(
    "Checkout",
    html`<section>
        <h1>${offer?.name ?? ""}</h1>
        <p class="price">${price}</p>
        <p class="soft">per month, until you cancel</p>
      </section>
      <section>
        <h2>Pay by card</h2>
        ${refusal ? html`<p role="alert">${refusal}</p>` : ""}
        <form method="post">
          <label
            >Email
            <input name="email" type="email" autocomplete="email" required value="${text(filled.email)}"
          /></label>
          <label>Name <input name="name" autocomplete="name" required value="${text(filled.name)}" /></label>
          ${cardFields()}
          <button>Pay ${price}</button>
        </form>
        ${cardHelp()}
      </section>`,
  );
}
