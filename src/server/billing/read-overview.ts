import type { Entitlements } from "~/catalog/entitlements";
import type { PlanId } from "~/catalog/plans";
import type { SubscriptionStatus } from "~/catalog/subscription-status";
import type { Db } from "~/kysely/database";
import { readEntitlements } from "~/server/users/read-entitlements";

import { findSubscriptionOf, findWaitingCheckout } from "./queries";
import { listSoldPlans } from "./sold-plans";
import type { PaidPlanId } from "./sold-plans";

/** After this a checkout that was not paid is taken for abandoned. */
const CHECKOUT_WAITS_MS = 60 * 60_000;

/** How a user's plan stands. */
export interface Overview {
  /** What they are on now; Free without a bought plan. */
  plan: PlanId;
  /** The plans that can be bought here; empty where nothing is sold. */
  soldPlans: PaidPlanId[];
  /** The bought plan that can be managed; null without one. */
  subscription: {
    plan: PlanId;
    status: SubscriptionStatus;
    renewsAt: Date | null;
    /** Set once it is cancelled: until then it can be used. */
    endsAt: Date | null;
    /** False for a plan that was given: there is nothing to change, cancel or pay. */
    isSold: boolean;
    /** The last payment failed: the seller tries the card again for two weeks, then the plan ends. */
    paymentFailed: boolean;
  } | null;
  /** Whole credits left; null is unlimited. */
  credits: number | null;
  /** Whole credits spent since the last grant, less what was given back. */
  creditsUsed: number;
  slots: Entitlements["slots"];
  fineTunings: Entitlements["fineTunings"];
  /** The fair-use rate of a plan without credits. */
  hourly: Entitlements["hourly"];
  /** A checkout that was opened in the last hour and is not paid yet, as far as we know. */
  checkout: { id: string; plan: PlanId; startedAt: Date } | null;
}

/** @returns undefined for a user who has no row yet. */
export async function readOverview(db: Db, userId: string): Promise<Overview | undefined> {
  const since = new Date(Date.now() - CHECKOUT_WAITS_MS);
  const [entitlements, subscription, creditsUsed, checkout] = await Promise.all([
    readEntitlements(db, userId),
    findSubscriptionOf(db, userId),
    sumUsed(db, userId),
    findWaitingCheckout(db, { userId, since }),
  ]);
  if (!entitlements) return undefined;

  const { plan, credits, slots, fineTunings, hourly } = entitlements;
  return {
    plan,
    soldPlans: listSoldPlans(),
    subscription: subscription
      ? {
          plan: subscription.plan,
          status: subscription.status,
          renewsAt: subscription.renewsAt,
          endsAt: subscription.endsAt,
          isSold: subscription.providerId !== null,
          paymentFailed: subscription.status === "past_due" || subscription.status === "unpaid",
        }
      : null,
    credits,
    creditsUsed,
    slots,
    fineTunings,
    hourly,
    checkout: checkout ? { id: checkout.id, plan: checkout.plan, startedAt: checkout.createdAt } : null,
  };
}

async function sumUsed(db: Db, userId: string): Promise<number> {
  const row = await db
    .selectFrom("creditEntry")
    .select((eb) => eb.fn.sum<string | null>("amount").as("moved"))
    .where("userId", "=", userId)
    .where("reason", "in", ["generation", "refund"])
    .where((eb) =>
      eb(
        "id",
        ">",
        eb.fn.coalesce(
          eb
            .selectFrom("creditEntry as grant")
            .select("grant.id")
            .where("grant.userId", "=", userId)
            .where("grant.reason", "=", "grant")
            .orderBy("grant.id", "desc")
            .limit(1),
          eb.cast<string>(eb.val("00000000-0000-0000-0000-000000000000"), "uuid"),
        ),
      ),
    )
    .executeTakeFirst();
  return Math.max(0, -Number(row?.moved ?? 0));
}
