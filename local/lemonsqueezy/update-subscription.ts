import * as z from "zod";
import { ApiError } from "./api-error";
import { findOffer } from "./catalog";
import { changePlan } from "./change-plan";
import type { Context } from "./context";
import { cancel, pause, resume } from "./move-subscription";
import type { Subscription } from "./records";

/** The attributes of `PATCH /v1/subscriptions/:id` that are understood; the rest are let pass. */
export const SubscriptionChange = z.object({
  variant_id: z.coerce.number().int().optional(),
  invoice_immediately: z.boolean().optional(),
  disable_prorations: z.boolean().optional(),
  cancelled: z.boolean().optional(),
  pause: z
    .object({ mode: z.enum(["void", "free"]), resumes_at: z.string().nullish() })
    .nullable()
    .optional(),
});
type SubscriptionChange = z.infer<typeof SubscriptionChange>;

/**
 * Applies a change to a subscription, with its webhooks.
 *
 * @returns it as it is afterwards.
 * @throws ApiError 422 when it has expired, the variant is not sold, or the card cannot pay what is due now.
 */
export function updateSubscription(
  context: Context,
  subscription: Subscription,
  change: SubscriptionChange,
): Subscription {
  const current = (): Subscription => context.records.subscriptions.find(subscription.id) ?? subscription;
  if (subscription.status === "expired") throw new ApiError(422, "Expired subscriptions cannot be updated.");

  if (change.variant_id !== undefined && change.variant_id !== subscription.variantId) {
    const offer = findOffer(change.variant_id);
    if (!offer) throw new ApiError(422, "The selected variant is invalid.", "/data/attributes/variant_id");
    const proration = change.disable_prorations
      ? "none"
      : change.invoice_immediately
        ? "now"
        : "next-renewal";
    const changed = changePlan(context, current(), { offer, proration });
    if ("declined" in changed) throw new ApiError(422, changed.declined);
  }
  if (change.cancelled === true && current().status !== "cancelled") cancel(context, current());
  if (change.cancelled === false && current().status === "cancelled") resume(context, current());
  if (change.pause) {
    pause(context, current(), { mode: change.pause.mode, resumesAt: change.pause.resumes_at ?? null });
  }
  if (change.pause === null && current().status === "paused") pause(context, current(), null);
  return current();
}
