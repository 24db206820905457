/** Lemon Squeezy's words (docs, "The subscription object", read 2026-11-22). */
export const subscriptionStatuses = [
  "on_trial",
  "active",
  "paused",
  "past_due",
  "unpaid",
  "cancelled",
  "expired",
] as const;
export type SubscriptionStatus = (typeof subscriptionStatuses)[number];

/** A plan that was bought or given, as it stands. */
export interface Holding<Plan> {
  plan: Plan;
  status: SubscriptionStatus;
  /** When a cancelled or expired one ends. */
  endsAt: Date | null;
}

/**
 * Whether a bought plan can be used now: while it is paid, through the weeks in which the seller tries a failed card
 * again, and after a cancellation until the paid period ends.
 */
export function isUsable(holding: Holding<unknown>, now: Date): boolean {
  switch (holding.status) {
    case "on_trial":
    case "active":
    case "past_due":
      return true;
    case "cancelled":
      return holding.endsAt !== null && holding.endsAt > now;
    case "paused":
    case "unpaid":
    case "expired":
      return false;
  }
}
