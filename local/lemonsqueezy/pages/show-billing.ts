import { html } from "hono/html";
import { findOffer, listOffers } from "../catalog";
import { differenceOf } from "../change-plan";
import type { Context } from "../context";
import type { Customer, Invoice, Subscription } from "../records";
import { formatCents, formatStatus } from "../resources/resource";
import { signUrl } from "../sign-url";
import { showPage } from "./show-page";
import type { Markup } from "./show-page";

/** All that a customer has bought. @param said what has just been done */
export function showBilling(context: Context, customer: Customer, said: string | undefined): Markup {
  const { subscriptions, invoices } = context.records;
  const own = subscriptions.list().filter(({ customerId }) => customerId === customer.id);
  const paid = invoices.list().filter(({ customerId }) => customerId === customer.id);
  return showPage(
    "Billing",
    html`<section>
        <h1>Billing</h1>
        <p class="soft">${customer.name} · ${customer.email}</p>
        ${said ? html`<p role="status">${said}</p>` : ""}
      </section>
      ${own.map((subscription) => showSubscription(context, subscription))}
      <section>
        <h2>Invoices</h2>
        ${paid.map((invoice) => showInvoice(context, invoice))}
      </section>`,
  );
}

function showSubscription(context: Context, subscription: Subscription): Markup {
  const { id, variantId, status, renewsAt, endsAt, card } = subscription;
  const offer = findOffer(variantId);
  const isOver = status === "expired";
  const to = (action: string) => signUrl(context, `/subscription/${id}/${action}`);
  const end = endsAt === null ? `Renews ${day(renewsAt)}` : `${isOver ? "Ended" : "Ends"} ${day(endsAt)}`;
  return html`<section aria-label="Subscription ${id}">
    <h2>${offer?.name ?? ""} · ${formatCents(offer?.priceCents ?? 0)} a month</h2>
    <p>${formatStatus(status)} · ${end} · card ending in ${card.slice(-4)}</p>
    ${
      isOver
        ? ""
        : html`<div class="actions">
            ${listOffers()
              .filter((other) => other.variantId !== variantId)
              .map((other) => {
                const due = Math.max(0, differenceOf(context, subscription, other));
                return html`<form method="post" action="${to("change")}">
                  <input type="hidden" name="variant" value="${other.variantId}" />
                  <button class="plain">Change to ${other.name} (${formatCents(due)} now)</button>
                </form>`;
              })}
            <a class="button plain" href="${to("payment-details")}">Update card</a>
            <form method="post" action="${to(status === "cancelled" ? "resume" : "cancel")}">
              <button class="plain">
                ${status === "cancelled" ? "Resume subscription" : "Cancel subscription"}
              </button>
            </form>
          </div>`
    }
  </section>`;
}

function showInvoice(context: Context, invoice: Invoice): Markup {
  return html`<div class="row">
    <span>${day(invoice.createdAt)} · ${formatStatus(invoice.status)}</span>
    <span
      >${formatCents(invoice.totalCents)} ·
      <a href="${signUrl(context, `/invoice/${invoice.id}`)}">Invoice ${invoice.id}</a></span
    >
  </div>`;
}

function day(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10);
}
