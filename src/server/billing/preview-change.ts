import { plans } from "~/catalog/plans";
import type { Plan, PlanId } from "~/catalog/plans";
import type { FluxModelId } from "~/catalog/flux-models";
import type { Db } from "~/kysely/database";
import { Failure } from "~/server/errors";

import { shareLeft } from "./billing-period";
import { creditsOf } from "./plan-credits";
import { findSubscriptionOf, listInvoicesOf } from "./queries";
import { rankOf, variantOf } from "./sold-plans";
import type { PaidPlanId } from "./sold-plans";

/** What a change of plan does, before it is made. */
export interface PlanChange {
  from: PlanId;
  to: PaidPlanId;
  direction: "up" | "down";
  /** Charged at once, before taxes: the difference of prices for the rest of the period. 0 for a smaller plan. */
  costsNowCents: number;
  /** The price of each renewal, before taxes. */
  renewalCents: number;
  currency: "USD";
  renewsAt: Date | null;
  /** Whole credits that come at once. */
  creditsNow: number;
  /** Whole credits with each renewal; null is unlimited. */
  credits: { from: number | null; to: number | null };
  slots: { from: number | null; to: number | null };
  fineTunings: { from: number; to: number };
  /** Models of a user that are locked by it: the oldest go first. */
  modelsLocked: number;
  /** FLUX models that can no longer be chosen. */
  fluxModelsLost: FluxModelId[];
}

/**
 * What changing to a plan would cost now and change. Lemon Squeezy has no preview of its own: the amount is ours, by
 * the same rule (the difference of prices for the share of the period that is left), to the cent or two.
 *
 * @throws Failure NOT_FOUND without a subscription or when the plan is not for sale, INVALID for the plan they have.
 */
export async function previewChange(
  db: Db,
  change: { userId: string; plan: PaidPlanId },
): Promise<PlanChange> {
  const { userId, plan } = change;
  const subscription = await findSubscriptionOf(db, userId);
  if (!subscription?.providerId)
    throw new Failure("NOT_FOUND", "You have no plan to change. Choose one first.");
  if (!variantOf(plan)) throw new Failure("NOT_FOUND", `${plans[plan].name} is not for sale here.`);
  if (subscription.plan === plan) throw new Failure("INVALID", `You already have ${plans[plan].name}.`);

  const from: Plan = plans[subscription.plan];
  const to: Plan = plans[plan];
  const isUp = rankOf(plan) > rankOf(subscription.plan);
  const left = isUp ? shareLeft(await listInvoicesOf(db, subscription.id), new Date()) : 0;
  const slotsUsed = await countSlots(db, userId);
  return {
    from: subscription.plan,
    to: plan,
    direction: isUp ? "up" : "down",
    costsNowCents: isUp ? Math.round((to.priceUsd - from.priceUsd) * 100 * left) : 0,
    renewalCents: to.priceUsd * 100,
    currency: "USD",
    renewsAt: subscription.renewsAt,
    creditsNow: Math.max(0, Math.round((creditsOf(plan) - creditsOf(subscription.plan)) * left)),
    credits: { from: from.credits, to: to.credits },
    slots: { from: from.modelSlots, to: to.modelSlots },
    fineTunings: { from: from.fineTuningsPerMonth, to: to.fineTuningsPerMonth },
    modelsLocked: to.modelSlots === null ? 0 : Math.max(0, slotsUsed - to.modelSlots),
    fluxModelsLost: from.fluxModels.filter((model) => !to.fluxModels.includes(model)),
  };
}

async function countSlots(db: Db, userId: string): Promise<number> {
  const { n } = await db
    .selectFrom("model")
    .select((eb) => eb.fn.countAll<string>().as("n"))
    .where("userId", "=", userId)
    .where("status", "in", ["queued", "training", "ready"])
    .executeTakeFirstOrThrow();
  return Number(n);
}
