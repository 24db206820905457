import { changeSubscription, findPendingInvoice, subscriptionEvent } from "./change-records";
import { canCharge } from "./cards";
import { fail, recover, renew } from "./collect-payment";
import type { Context } from "./context";
import type { Subscription } from "./records";

/** Ends future payments; it stays valid until the paid period ends. */
export function cancel(context: Context, subscription: Subscription): void {
  move(context, subscription, {
    patch: { status: "cancelled", endsAt: subscription.renewsAt },
    events: ["subscription_cancelled", "subscription_updated"],
  });
}

/** Takes a cancellation back within the paid period. */
export function resume(context: Context, subscription: Subscription): void {
  move(context, subscription, {
    patch: { status: "active", endsAt: null },
    events: ["subscription_resumed", "subscription_updated"],
  });
}

/** Ends it now. */
export function expire(context: Context, subscription: Subscription): void {
  move(context, subscription, {
    patch: { status: "expired", endsAt: Math.min(subscription.endsAt ?? Infinity, Date.now()) },
    events: ["subscription_expired", "subscription_updated"],
  });
}

/** Gives up on a failed renewal: all attempts were in vain. */
export function giveUp(context: Context, subscription: Subscription): void {
  move(context, subscription, { patch: { status: "unpaid" }, events: ["subscription_updated"] });
}

/** Stops collecting payments, or begins again with null. */
export function pause(context: Context, subscription: Subscription, how: Subscription["pause"]): void {
  move(context, subscription, {
    patch: { status: how ? "paused" : "active", pause: how },
    events: [how ? "subscription_paused" : "subscription_unpaused", "subscription_updated"],
  });
}

/** Puts another card on file, and pays with it what is owed. */
export function changeCard(context: Context, subscription: Subscription, card: string): void {
  const changed = changeSubscription(context, subscription, { card });
  const pending = findPendingInvoice(context, subscription.id);
  if (pending && canCharge(card)) recover(context, changed, pending);
  else context.webhooks.emit([subscriptionEvent(context, "subscription_updated", changed)]);
}

/** Does what the calendar asks for: renews what is due, with the card on file, and ends what has run out. */
export function settleDue(context: Context, id: number): void {
  const subscription = context.records.subscriptions.find(id);
  if (!subscription) return;
  const { status, renewsAt, endsAt, card } = subscription;
  if (status === "cancelled" && endsAt !== null && endsAt <= Date.now()) expire(context, subscription);
  if (status !== "active" || renewsAt > Date.now()) return;

  if (!canCharge(card)) {
    fail(context, subscription);
    return;
  }
  renew(context, subscription);
  settleDue(context, id);
}

function move(
  context: Context,
  subscription: Subscription,
  { patch, events }: { patch: Partial<Subscription>; events: readonly string[] },
): void {
  const moved = changeSubscription(context, subscription, patch);
  context.webhooks.emit(events.map((name) => subscriptionEvent(context, name, moved)));
}
