import type { FluxModelId } from "./flux-models";
import { generationRules } from "./generation-rules";
import { planIds, plans } from "./plans";
import type { Plan, PlanId } from "./plans";
import { isUsable } from "./subscription-status";
import type { Holding } from "./subscription-status";

/** What a user has used of their plan. */
export interface Usage {
  /** Models that are being trained or are ready. */
  slotsUsed: number;
  /** Fine-tunings started this calendar month (UTC) and not given back. */
  fineTuningsUsed: number;
  /** Balance in whole credits. */
  credits: number;
  /** Pictures asked for in the last hour. */
  picturesThisHour: number;
  /** Pictures that wait in the queue or are being made. */
  picturesQueued?: number;
  /** FLUX models that Together does not list now. */
  missingFluxModels?: readonly FluxModelId[];
}

/** What a user may do now. A `string` is the reason why not, for the user. */
export interface Entitlements {
  plan: PlanId;
  /** Null is unlimited. */
  slots: { used: number; total: number | null };
  fineTunings: { used: number; total: number };
  /** Null is unlimited. */
  credits: number | null;
  canTrainInstant: true | string;
  canFineTune: true | string;
  /** Of a model that already has its slot: a new version of it. */
  canFineTuneAgain: true | string;
  fluxModels: readonly FluxModelId[];
  /** FLUX models that no one can use now, because Together does not list them. */
  missingFluxModels: readonly FluxModelId[];
  /** Pictures that wait or are being made, and how many there can be. */
  queue: { used: number; total: number };
  /** Whole credits. */
  pricePerPicture: number;
  /** The fair-use rate of a plan without credits; null elsewhere. */
  hourly: { used: number; total: number } | null;
}

/** The plan a user is on: the largest of those they hold that can be used now, Free without one. */
export function planHeld(holdings: readonly Holding<PlanId>[], now: Date): PlanId {
  const held = holdings.filter((holding) => isUsable(holding, now)).map((holding) => holding.plan);
  return planIds.findLast((plan) => held.includes(plan)) ?? "free";
}

/** What a plan allows after what has been used: the only place that decides it. */
export function entitle(planId: PlanId, usage: Usage): Entitlements {
  const plan: Plan = plans[planId];
  const isUnlimited = plan.credits === null;
  const slotVerdict = verdictOnSlots(plan, usage);
  const missingFluxModels = usage.missingFluxModels ?? [];

  return {
    plan: planId,
    slots: { used: usage.slotsUsed, total: plan.modelSlots },
    fineTunings: { used: usage.fineTuningsUsed, total: plan.fineTuningsPerMonth },
    credits: isUnlimited ? null : usage.credits,
    canTrainInstant: slotVerdict,
    canFineTune: verdictOnFineTuning(plan, usage) ?? slotVerdict,
    fluxModels: plan.fluxModels.filter((id) => !missingFluxModels.includes(id)),
    missingFluxModels,
    queue: { used: usage.picturesQueued ?? 0, total: generationRules.maxQueued },
    canFineTuneAgain: verdictOnFineTuning(plan, usage) ?? true,
    pricePerPicture: isUnlimited ? 0 : generationRules.creditsPerPicture,
    hourly:
      plan.picturesPerHour === null ? null : { used: usage.picturesThisHour, total: plan.picturesPerHour },
  };
}

/** Whether the queue has room for `count` more pictures. A `string` is the reason why not, for the user. */
export function verdictOnQueue({ queue }: Entitlements, count: number): true | string {
  if (queue.used + count <= queue.total) return true;
  const waiting = queue.used === 1 ? "1 of yours is" : `${queue.used} of yours are`;
  return `The queue holds up to ${queue.total} of your pictures and makes ${generationRules.picturesAtOnce} at once. ${waiting} in it now; this is ${count} more. Go on when some are done, or cancel some that wait.`;
}

/** Whether the plan allows a training now; a model that has its slot takes no other. A `string` is the reason why not. */
export function verdictOnTraining(
  entitlements: Entitlements,
  training: { kind: "instant" | "fine-tuned"; hasSlot: boolean },
): true | string {
  const { canTrainInstant, canFineTune, canFineTuneAgain } = entitlements;
  if (training.kind === "instant") return training.hasSlot || canTrainInstant;
  return training.hasSlot ? canFineTuneAgain : canFineTune;
}

/** Whether the fair-use rate allows `count` pictures now. A `string` is the reason why not, for the user. */
export function verdictOnRate({ plan, hourly }: Entitlements, count: number): true | string {
  if (hourly === null || hourly.used + count <= hourly.total) return true;
  return `The ${plans[plan].name} plan makes up to ${hourly.total} pictures an hour. ${hourly.used} were asked for in the last 60 minutes; go on a little later.`;
}

/**
 * The models that a plan has no place for: all but the newest ones up to its slots. Locked models keep everything and
 * open again when a newer one is deleted or the plan grows.
 *
 * @param modelIds the models that are in training or ready, newest first.
 */
export function lockedModels(modelIds: readonly string[], slots: number | null): Set<string> {
  return new Set(slots === null ? [] : modelIds.slice(slots));
}

function verdictOnSlots(plan: Plan, usage: Usage): true | string {
  if (plan.modelSlots === null || usage.slotsUsed < plan.modelSlots) return true;
  const models = plan.modelSlots === 1 ? "one model" : `${plan.modelSlots} models`;
  return `The ${plan.name} plan keeps ${models} at a time. Delete a model or choose a larger plan.`;
}

function verdictOnFineTuning(plan: Plan, usage: Usage): string | undefined {
  if (plan.fineTuningsPerMonth === 0) {
    return `The ${plan.name} plan makes Instant models. Fine-tuned models come with Creator and larger plans.`;
  }
  if (usage.fineTuningsUsed < plan.fineTuningsPerMonth) return undefined;
  return `All ${plan.fineTuningsPerMonth} fine-tunings of this month are used. They come back on the first of next month.`;
}
