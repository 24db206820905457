import { addMonths, addSeconds } from "date-fns";

import { plans } from "~/catalog/plans";
import type { SellerInvoice, SellerOrder, SellerSubscription } from "~/server/vendors/lemonsqueezy-objects";
import type { SellerEvent } from "~/server/vendors/lemonsqueezy-webhook";

import type { Look } from "../look-at-seller";
import { rankOf, variantOf } from "../sold-plans";
import type { PaidPlanId } from "../sold-plans";

/** What can happen at the seller, and how long after what happened before. */
export type Turn = { afterSeconds: number } & (
  | { does: "buy" | "change"; plan: PaidPlanId }
  | { does: "renew" | "fail" | "recover" | "give-up" | "cancel" | "resume" | "expire" }
  | { does: "refund"; which: number; isWhole: boolean; asOrder: boolean }
);

interface Sale {
  plan: PaidPlanId;
  subscription: SellerSubscription;
  order: SellerOrder;
  invoices: SellerInvoice[];
}

export interface Books {
  /** Lets it happen, when it can. @returns the events that tell of it, in the seller's order. */
  play: (turn: Turn) => SellerEvent[];
  /** What the seller would answer about a subscription now. */
  look: (subscriptionId: string, number: string) => Look | undefined;
  sales: readonly Sale[];
}

let lastId = 1_000_000_000 + (process.pid % 1000) * 10_000_000;
const nextId = () => String(++lastId);

const FIRST_MOMENT = new Date("2026-01-31T10:00:00Z");

/**
 * The seller's books of one buyer, with a clock of their own that shows whole seconds: thousands of histories of many
 * months, without its server. What each turn does is what `local/lemonsqueezy` does.
 *
 * Two things are left out because the seller's books do not tell when they happened: a refund while another payment is
 * pending, and a second refund of one invoice.
 */
export function openBooks(buyer: { userId: string; checkoutId: string; email: string }): Books {
  let now = FIRST_MOMENT;
  const sales: Sale[] = [];

  const event = (name: string, about: SellerEvent["about"]): SellerEvent => ({
    ...{ id: `event-${nextId()}`, name, isTest: true, storeId: "71001", about },
    ...{ purchase: { userId: buyer.userId, checkoutId: buyer.checkoutId }, body: {} },
  });
  const tell = (sale: Sale, ...names: string[]) =>
    names.map((name) => event(name, { is: "subscription", subscriptionId: sale.subscription.id }));
  const move = (sale: Sale, patch: Partial<SellerSubscription>) => {
    sale.subscription = { ...sale.subscription, ...patch, updatedAt: now };
  };

  function bill(sale: Sale, invoice: Pick<SellerInvoice, "reason" | "status" | "subtotalUsdCents">): void {
    sale.invoices.push({
      ...invoice,
      ...{ id: nextId(), storeId: "71001", subscriptionId: sale.subscription.id, currency: "USD" },
      ...{ totalCents: invoice.subtotalUsdCents, refundedCents: 0, refundedAt: null },
      ...{ createdAt: now, updatedAt: now },
    });
  }

  function buy(plan: PaidPlanId): SellerEvent[] {
    const isFree = sales.every(({ subscription }) => subscription.status === "expired");
    if (!isFree) return [];
    const orderId = nextId();
    const variantId = variantOf(plan) ?? "";
    const cents = plans[plan].priceUsd * 100;
    const sale: Sale = {
      plan,
      subscription: {
        ...{ id: nextId(), storeId: "71001", customerId: `of-${buyer.userId}`, orderId, variantId },
        ...{ status: "active", email: buyer.email, isPayPal: false, isTest: true },
        ...{ renewsAt: addMonths(now, 1), endsAt: null, createdAt: now, updatedAt: now },
      },
      order: { id: orderId, variantId, totalCents: cents, refundedCents: 0, refundedAt: null },
      invoices: [],
    };
    sales.push(sale);
    bill(sale, { reason: "initial", status: "paid", subtotalUsdCents: cents });
    const names = ["subscription_created", "subscription_updated", "subscription_payment_success"];
    return [event("order_created", { is: "nothing-sold" }), ...tell(sale, ...names)];
  }

  function renew(sale: Sale): SellerEvent[] {
    const { renewsAt } = sale.subscription;
    if (sale.subscription.status !== "active" || !renewsAt) return [];
    if (renewsAt > now) now = renewsAt;
    move(sale, { renewsAt: addMonths(renewsAt, 1) });
    bill(sale, { reason: "renewal", status: "paid", subtotalUsdCents: plans[sale.plan].priceUsd * 100 });
    return tell(sale, "subscription_payment_success", "subscription_updated");
  }

  function fail(sale: Sale): SellerEvent[] {
    const { renewsAt } = sale.subscription;
    if (sale.subscription.status !== "active" || !renewsAt) return [];
    if (renewsAt > now) now = renewsAt;
    move(sale, { status: "past_due" });
    bill(sale, { reason: "renewal", status: "pending", subtotalUsdCents: plans[sale.plan].priceUsd * 100 });
    return tell(sale, "subscription_payment_failed", "subscription_updated");
  }

  function recover(sale: Sale): SellerEvent[] {
    const pending = sale.invoices.find((invoice) => invoice.status === "pending");
    const { status, renewsAt } = sale.subscription;
    if (!pending || (status !== "past_due" && status !== "unpaid") || !renewsAt) return [];
    Object.assign(pending, { status: "paid", updatedAt: now });
    move(sale, { status: "active", renewsAt: addMonths(renewsAt, 1) });
    return tell(
      sale,
      "subscription_payment_recovered",
      "subscription_payment_success",
      "subscription_updated",
    );
  }

  function change(sale: Sale, plan: PaidPlanId): SellerEvent[] {
    const { status, renewsAt } = sale.subscription;
    if (status !== "active" || plan === sale.plan || !renewsAt) return [];
    const from = sale.plan;
    sale.plan = plan;
    move(sale, { variantId: variantOf(plan) ?? "" });
    const names = ["subscription_updated", "subscription_plan_changed"];
    if (rankOf(plan) < rankOf(from)) return tell(sale, ...names);

    const start = addMonths(renewsAt, -1).getTime();
    const left = Math.max(0, renewsAt.getTime() - now.getTime()) / (renewsAt.getTime() - start);
    const cents = Math.round((plans[plan].priceUsd - plans[from].priceUsd) * 100 * Math.min(1, left));
    bill(sale, { reason: "updated", status: "paid", subtotalUsdCents: cents });
    return tell(sale, ...names, "subscription_payment_success");
  }

  function refund(sale: Sale, turn: Extract<Turn, { does: "refund" }>): SellerEvent[] {
    if (sale.invoices.some((invoice) => invoice.status === "pending")) return [];
    const invoice = sale.invoices[turn.which % sale.invoices.length];
    const isTouched = invoice?.status !== "paid" || (invoice.reason === "initial" && sale.order.refundedAt);
    if (!invoice || isTouched || invoice.totalCents < 2) return [];
    const share = turn.isWhole ? invoice.totalCents : Math.floor(invoice.totalCents / 2);
    const given = { refundedCents: share, refundedAt: now };
    if (turn.asOrder && invoice.reason === "initial") {
      Object.assign(sale.order, given);
      return [event("order_refunded", { is: "refunded-order", orderId: sale.order.id })];
    }
    const status = turn.isWhole ? "refunded" : "partial_refund";
    Object.assign(invoice, { ...given, status, updatedAt: now });
    return tell(sale, "subscription_payment_refunded");
  }

  function play(turn: Turn): SellerEvent[] {
    now = addSeconds(now, turn.afterSeconds);
    if (turn.does === "buy") return buy(turn.plan);
    const sale = sales.at(-1);
    if (!sale) return [];
    const { status, renewsAt } = sale.subscription;
    switch (turn.does) {
      case "renew":
        return renew(sale);
      case "fail":
        return fail(sale);
      case "recover":
        return recover(sale);
      case "change":
        return change(sale, turn.plan);
      case "refund":
        return refund(sale, turn);
      case "give-up":
        if (status !== "past_due") return [];
        move(sale, { status: "unpaid" });
        return tell(sale, "subscription_updated");
      case "cancel":
        if (status !== "active") return [];
        move(sale, { status: "cancelled", endsAt: renewsAt });
        return tell(sale, "subscription_cancelled", "subscription_updated");
      case "resume":
        if (status !== "cancelled") return [];
        move(sale, { status: "active", endsAt: null });
        return tell(sale, "subscription_resumed", "subscription_updated");
      case "expire":
        if (status !== "cancelled" && status !== "unpaid") return [];
        move(sale, { status: "expired", endsAt: now });
        return tell(sale, "subscription_expired", "subscription_updated");
    }
  }

  return {
    play,
    sales,
    look: (subscriptionId, number) => {
      const sale = sales.find(({ subscription }) => subscription.id === subscriptionId);
      return sale && structuredClone({ number, ...pick(sale) });
    },
  };
}

function pick({ subscription, invoices, order }: Sale): Omit<Look, "number"> {
  return { subscription, invoices, order };
}
