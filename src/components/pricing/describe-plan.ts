import { fluxModels } from "~/catalog/flux-models";
import type { Plan } from "~/catalog/plans";

/** What a plan gives, as lines for its card, the most asked for first. */
export function describePlan(plan: Plan): string[] {
  return [describeCredits(plan), describeSlots(plan), describeFineTunings(plan), describeFluxModels(plan)];
}

function describeCredits({ credits, creditsCome }: Plan): string {
  if (credits === null) return "Unlimited pictures, under a published fair-use rate";
  return creditsCome === "once" ? `${credits} pictures, once` : `${credits} pictures a month`;
}

function describeSlots({ modelSlots }: Plan): string {
  if (modelSlots === null) return "As many models as you like";
  return modelSlots === 1 ? "1 model of your own" : `${modelSlots} models of your own`;
}

function describeFineTunings({ fineTuningsPerMonth }: Plan): string {
  return fineTuningsPerMonth === 0
    ? "Instant models"
    : `Instant models, and ${fineTuningsPerMonth} fine-tunings a month`;
}

function describeFluxModels(plan: Plan): string {
  const isAll = plan.fluxModels.length === Object.keys(fluxModels).length;
  return isAll ? "Every FLUX model" : plan.fluxModels.map((id) => fluxModels[id].name).join(", ");
}
