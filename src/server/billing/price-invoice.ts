import { plans } from "~/catalog/plans";
import type { PlanId } from "~/catalog/plans";
import type { InvoiceReason } from "~/kysely/schema";

import { periodBase, shareLeft } from "./billing-period";
import { creditsOf } from "./plan-credits";
import { paidPlanIds, rankOf } from "./sold-plans";
import type { PaidPlanId } from "./sold-plans";

/** A charge that is further from what a change costs was not for that change: a tenth, and a cent of rounding. */
const TOLERANCE = 0.1;

export interface PricedInvoice {
  reason: InvoiceReason;
  /** Before discounts and taxes, in US cents. */
  subtotalUsdCents: number;
  issuedAt: Date;
}

/** What is known around an invoice when its credits are worked out. */
export interface InvoiceContext {
  /** The plan bought at the checkout; undefined when its variant is not known. */
  bought: PaidPlanId | undefined;
  /** The plan the subscription is on as far as we know. */
  current: PaidPlanId;
  /** All invoices of the subscription up to this one that are settled, with what they brought. */
  settled: readonly { reason: InvoiceReason; issuedAt: Date; plan: PlanId | null; granted: number }[];
}

/** What a paid invoice means for credits. */
export interface Worth {
  plan: PaidPlanId;
  /** Whole credits that it brings, 0 or more. */
  grant: number;
  /** The most of the credits at hand that stays when it comes; null leaves all. */
  keep: number | null;
}

/**
 * What a paid invoice brings: a month's credits with a first payment or a renewal, the difference of plans for the rest
 * of the month with a change.
 *
 * The plan is read from the money, not from the subscription: an invoice says for ever what was paid, while the
 * subscription may have moved on before we heard of it. So the same invoices give the same credits, however late.
 */
export function priceInvoice(invoice: PricedInvoice, context: InvoiceContext): Worth {
  if (invoice.reason === "updated") return priceChange(invoice, context);

  const priced = paidPlanIds.find((plan) => plans[plan].priceUsd * 100 === invoice.subtotalUsdCents);
  if (invoice.reason === "initial") {
    const plan = context.bought ?? priced ?? context.current;
    return { plan, grant: creditsOf(plan), keep: null };
  }
  const plan = priced ?? context.current;
  return { plan, grant: creditsOf(plan), keep: keepAtRenewal(plan, context) };
}

/** Credits roll over once, up to one month's grant: of the month that ends or of the one that begins, the larger. */
function keepAtRenewal(plan: PaidPlanId, { settled }: InvoiceContext): number | null {
  if (plans[plan].credits === null) return null;
  const last = settled.findLast((invoice) => invoice.plan !== null)?.plan;
  return Math.max(creditsOf(plan), last ? creditsOf(last) : 0);
}

function priceChange(invoice: PricedInvoice, context: InvoiceContext): Worth {
  const { settled } = context;
  const share = shareLeft(settled, invoice.issuedAt);
  const { from, to } = readChange(invoice.subtotalUsdCents, share) ?? {
    from: settled.findLast((known) => known.plan !== null)?.plan ?? context.current,
    to: context.current,
  };
  const difference = Math.round((creditsOf(to) - creditsOf(from)) * share);

  // Going up and down again and again must not bring more than the larger plan's month.
  const base = periodBase(settled, invoice.issuedAt);
  const sinceBase = settled.filter((known) => base !== undefined && known.issuedAt >= base.issuedAt);
  const granted = sinceBase.reduce((sum, known) => sum + known.granted, 0);
  const room = Math.max(0, creditsOf(to) - granted);
  return { plan: to, grant: Math.min(room, Math.max(0, difference)), keep: null };
}

/** The change of plan whose price for the share of the month that is left comes nearest to what was charged. */
function readChange(cents: number, share: number): { from: PaidPlanId; to: PaidPlanId } | undefined {
  const changes = paidPlanIds.flatMap((from) =>
    paidPlanIds
      .filter((to) => rankOf(to) > rankOf(from))
      .map((to) => ({ from, to, price: (plans[to].priceUsd - plans[from].priceUsd) * 100 * share })),
  );
  const nearest = changes
    .map((change) => ({ ...change, off: Math.abs(change.price - cents) }))
    .toSorted((a, b) => a.off - b.off)[0];
  return nearest && nearest.off <= TOLERANCE * nearest.price + 1 ? nearest : undefined;
}
