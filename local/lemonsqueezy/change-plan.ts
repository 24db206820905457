import { findOffer } from "./catalog";
import type { Offer } from "./catalog";
import { addInvoice, changeSubscription, paymentEvent, subscriptionEvent } from "./change-records";
import { canCharge } from "./cards";
import type { Context } from "./context";
import { periodStart } from "./period-start";
import type { Subscription } from "./records";

/** What becomes of the difference between two prices for the rest of the period. */
export type Proration = "next-renewal" | "now" | "none";

/**
 * Moves a subscription to another offer at once.
 *
 * "By default we prorate the charge for the next billing cycle", and a downgrade's credit "is then applied on the next
 * invoice" (docs.lemonsqueezy.com, "Update a Subscription", read 2026-11-22).
 *
 * @returns the subscription, or why the card cannot pay what is due now.
 */
export function changePlan(
  context: Context,
  subscription: Subscription,
  { offer, proration }: { offer: Offer; proration: Proration },
): Subscription | { declined: string } {
  const dueCents = proration === "none" ? 0 : differenceOf(context, subscription, offer);
  const chargedCents = proration === "now" ? Math.max(0, dueCents + subscription.prorationCents) : 0;
  if (chargedCents > 0 && !canCharge(subscription.card)) return { declined: "The card was declined." };

  const prorationCents = subscription.prorationCents + dueCents - chargedCents;
  const changed = changeSubscription(context, subscription, { variantId: offer.variantId, prorationCents });
  const invoice =
    chargedCents > 0
      ? addInvoice(context, changed, { reason: "updated", status: "paid", totalCents: chargedCents })
      : undefined;

  context.webhooks.emit([
    subscriptionEvent(context, "subscription_updated", changed),
    subscriptionEvent(context, "subscription_plan_changed", changed),
    ...(invoice ? [paymentEvent(context, "subscription_payment_success", invoice)] : []),
  ]);
  return changed;
}

/** What the rest of the period costs more (or less) on another offer, in whole cents. */
export function differenceOf(context: Context, subscription: Subscription, offer: Offer): number {
  const { variantId, renewsAt } = subscription;
  const before = findOffer(variantId)?.priceCents ?? 0;
  const periodMs = renewsAt - periodStart(context, subscription);
  const left = Math.min(1, Math.max(0, (renewsAt - Date.now()) / periodMs));
  return Math.round((offer.priceCents - before) * left);
}
