import type { Db } from "~/kysely/database";
import { Failure } from "~/server/errors";
import {
  changeVariant,
  endSubscription,
  readInvoiceUrl,
  readPortalUrls,
  readSubscription,
  resumeSubscription,
} from "~/server/vendors/lemonsqueezy";

import { findInvoiceOf, findSubscriptionOf } from "./queries";
import { rankOf, variantOf } from "./sold-plans";
import type { PaidPlanId } from "./sold-plans";
import { syncSubscription } from "./sync-subscription";

/**
 * Moves a user's subscription to another plan, at once. A larger plan is charged pro rata now; a smaller one costs
 * nothing more, gives nothing back, and has its price from the next renewal on. What the seller says then is brought
 * in before this returns.
 *
 * @throws Failure NOT_FOUND without a subscription, INVALID for the plan they have, NOT_READY when it has to be resumed
 *   or paid first, REFUSED in the seller's words.
 */
export async function changePlan(db: Db, change: { userId: string; plan: PaidPlanId }): Promise<void> {
  const { userId, plan } = change;
  const { providerId, ...subscription } = await requireSold(db, userId);
  if (subscription.plan === plan) throw new Failure("INVALID", "You are already on this plan.");
  if (subscription.status === "cancelled") {
    throw new Failure("NOT_READY", "This plan is cancelled. Resume it first, then change it.");
  }
  if (subscription.status !== "active" && subscription.status !== "on_trial") {
    throw new Failure("NOT_READY", "The last payment is open. Update the payment method first.");
  }
  const variantId = variantOf(plan);
  if (!variantId) throw new Failure("NOT_FOUND", "This plan is not for sale here.");
  const seller = await readSubscription(providerId);
  // Lemon Squeezy does not modify them by its API (docs, "Update a subscription", read 2026-11-22).
  if (seller?.isPayPal) {
    throw new Failure("NOT_READY", "A plan paid by PayPal is changed on Lemon Squeezy's own page.");
  }

  await changeVariant({ id: providerId, variantId, charge: rankOf(plan) > rankOf(subscription.plan) });
  await syncSubscription(db, { providerId });
}

/** Ends a user's plan with the period that is paid. @throws Failure NOT_FOUND, NOT_READY when it is cancelled already */
export async function cancelPlan(db: Db, userId: string): Promise<void> {
  const { providerId, status } = await requireSold(db, userId);
  if (status === "cancelled") throw new Failure("NOT_READY", "This plan is already cancelled.");
  await endSubscription(providerId);
  await syncSubscription(db, { providerId });
}

/** Takes a cancellation back while the paid period lasts. @throws Failure NOT_FOUND, NOT_READY when there is none */
export async function resumePlan(db: Db, userId: string): Promise<void> {
  const { providerId, status } = await requireSold(db, userId);
  if (status !== "cancelled") throw new Failure("NOT_READY", "This plan is not cancelled.");
  await resumeSubscription(providerId);
  await syncSubscription(db, { providerId });
}

export type PortalPage = "portal" | "paymentMethod" | "changePlan";

/** A signed address of the user's own page at the seller, fetched now and never kept. @throws Failure NOT_FOUND */
export async function openPortal(db: Db, wanted: { userId: string; page: PortalPage }): Promise<string> {
  const { providerId } = await requireSold(db, wanted.userId);
  const urls = await readPortalUrls(providerId);
  return urls[wanted.page];
}

/** A signed address of a user's invoice, fetched now and never kept. @throws Failure NOT_FOUND, NOT_READY before it is paid */
export async function openInvoice(db: Db, owned: { userId: string; invoiceId: string }): Promise<string> {
  const invoice = await findInvoiceOf(db, owned);
  if (!invoice) throw new Failure("NOT_FOUND", "This invoice does not exist.");
  const url = await readInvoiceUrl(invoice.providerId);
  if (url === null) throw new Failure("NOT_READY", "This invoice is not paid yet, so there is no document.");
  return url;
}

async function requireSold(db: Db, userId: string) {
  const subscription = await findSubscriptionOf(db, userId);
  if (!subscription) throw new Failure("NOT_FOUND", "You have no plan to manage. Choose one first.");
  const { providerId } = subscription;
  if (providerId === null) throw new Failure("NOT_FOUND", "Your plan was given to you: nothing is charged.");
  return { ...subscription, providerId };
}
