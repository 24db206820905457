import { fluxModelsOf } from "./flux-models";
import type { FluxModelId } from "./flux-models";

export const planIds = ["free", "creator", "pro", "enterprise"] as const;
export type PlanId = (typeof planIds)[number];

export interface Plan {
  id: PlanId;
  name: string;
  /** US dollars per month, whole. */
  priceUsd: number;
  /** Whole credits, one per picture; null is unlimited under the fair-use rate. */
  credits: number | null;
  /** Whether `credits` come once or with each paid month. */
  creditsCome: "once" | "monthly";
  /** Models that can exist at once; null is unlimited. */
  modelSlots: number | null;
  /** Fine-tunings that can be started in a calendar month (UTC). */
  fineTuningsPerMonth: number;
  fluxModels: readonly FluxModelId[];
  /** The fair-use rate, published where plans are shown; null where credits are the limit. */
  picturesPerHour: number | null;
  /** One sentence for whom the plan is. */
  pitch: string;
}

/** What each plan sells: the one place that says so. Prices and limits as published on the landing page. */
export const plans = {
  free: {
    id: "free",
    name: "Free",
    priceUsd: 0,
    credits: 3,
    creditsCome: "once",
    modelSlots: 1,
    fineTuningsPerMonth: 0,
    fluxModels: fluxModelsOf(["free"]),
    picturesPerHour: null,
    pitch: "See yourself in three pictures.",
  },
  creator: {
    id: "creator",
    name: "Creator",
    priceUsd: 20,
    credits: 200,
    creditsCome: "monthly",
    modelSlots: 3,
    fineTuningsPerMonth: 3,
    fluxModels: fluxModelsOf(["free", "creator"]),
    picturesPerHour: null,
    pitch: "New portraits whenever you need them.",
  },
  pro: {
    id: "pro",
    name: "Pro",
    priceUsd: 40,
    credits: 500,
    creditsCome: "monthly",
    modelSlots: 10,
    fineTuningsPerMonth: 10,
    fluxModels: fluxModelsOf(planIds),
    picturesPerHour: null,
    pitch: "For people who make pictures every week.",
  },
  enterprise: {
    id: "enterprise",
    name: "Enterprise",
    priceUsd: 99,
    credits: null,
    creditsCome: "monthly",
    modelSlots: null,
    fineTuningsPerMonth: 30,
    fluxModels: fluxModelsOf(planIds),
    picturesPerHour: 120,
    pitch: "For teams, under a published fair-use rate.",
  },
} as const satisfies Record<PlanId, Plan>;
