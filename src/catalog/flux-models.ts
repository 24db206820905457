import type { PlanId } from "./plans";

export const fluxModelIds = [
  "flux-2-dev",
  "flux-2-pro",
  "flux-2-flex",
  "flux-2-max",
  "kontext-pro",
  "kontext-max",
] as const;
export type FluxModelId = (typeof fluxModelIds)[number];

export interface FluxModel {
  id: FluxModelId;
  /** The name Together knows it by. */
  togetherId: string;
  name: string;
  goodFor: string;
  /** The smallest plan that has it; larger ones do too. */
  plan: PlanId;
  /** What it costs us, in US dollars per megapixel, and how that compares. */
  price: { class: "low" | "middle" | "high"; usdPerMegapixel: number };
  /** Sides of a picture, in px: from `minPx` to `maxPx`, in multiples of `multiplePx`. */
  sizes: { minPx: number; maxPx: number; multiplePx: number };
  /** Whether it can be told what to leave out. */
  takesNegativePrompt: boolean;
  /** Whether it can apply the LoRA of a fine-tuned model. */
  takesLora: boolean;
  /** How it takes photos of a person: up to `max` reference photos, one image, or not at all. */
  photos: { as: "references"; max: number } | { as: "one-image" };
  /** Bounds of the sampling steps, or null where the provider fixes them. */
  steps: { min: number; max: number; default: number } | null;
  /** Bounds of the guidance, or null where the provider fixes it. */
  guidance: { min: number; max: number; default: number } | null;
}

/** Together docs, "FLUX" (256 to 1920), and the live API's own words as a third party saw them in July 2026 (multiples of 16). */
const flux2 = { sizes: { minPx: 256, maxPx: 1920, multiplePx: 16 }, takesNegativePrompt: false } as const;
/** No docs of Together's give Kontext's sizes: up to 1440 is what FLUX.1 takes elsewhere on its API. */
const flux1 = { sizes: { minPx: 256, maxPx: 1440, multiplePx: 16 }, takesNegativePrompt: true } as const;

/**
 * The FLUX models on offer: the one place that says what each of them is and takes. Names, prices, LoRA and reference
 * support: Together docs, "Serverless models" and "Reference images", read 2026-11-22; reference limits: BFL docs,
 * "Prompting, editing overview", read 2026-11-22. Negative prompts: Together docs, "Image generation parameters", have
 * them for image models at large, and "FLUX" takes them back for FLUX.2.
 */
export const fluxModels = {
  "flux-2-dev": {
    ...flux2,
    id: "flux-2-dev",
    togetherId: "black-forest-labs/FLUX.2-dev",
    name: "FLUX.2 dev",
    goodFor: "The all-rounder; the only one that uses a fine-tuned model.",
    plan: "free",
    price: { class: "low", usdPerMegapixel: 0.0154 },
    takesLora: true,
    photos: { as: "references", max: 6 },
    steps: { min: 8, max: 50, default: 28 },
    guidance: { min: 1, max: 10, default: 4 },
  },
  "flux-2-pro": {
    ...flux2,
    id: "flux-2-pro",
    togetherId: "black-forest-labs/FLUX.2-pro",
    name: "FLUX.2 pro",
    goodFor: "The closest likeness from reference photos.",
    plan: "creator",
    price: { class: "middle", usdPerMegapixel: 0.03 },
    takesLora: false,
    photos: { as: "references", max: 8 },
    steps: null,
    guidance: null,
  },
  "flux-2-flex": {
    ...flux2,
    id: "flux-2-flex",
    togetherId: "black-forest-labs/FLUX.2-flex",
    name: "FLUX.2 flex",
    goodFor: "Fine control over steps and guidance.",
    plan: "creator",
    price: { class: "middle", usdPerMegapixel: 0.03 },
    takesLora: false,
    photos: { as: "references", max: 8 },
    steps: { min: 8, max: 50, default: 28 },
    guidance: { min: 1.5, max: 10, default: 4.5 },
  },
  "flux-2-max": {
    ...flux2,
    id: "flux-2-max",
    togetherId: "black-forest-labs/FLUX.2-max",
    name: "FLUX.2 max",
    goodFor: "The finest detail.",
    plan: "pro",
    price: { class: "high", usdPerMegapixel: 0.07 },
    takesLora: false,
    photos: { as: "references", max: 8 },
    steps: null,
    guidance: null,
  },
  "kontext-pro": {
    ...flux1,
    id: "kontext-pro",
    togetherId: "black-forest-labs/FLUX.1-kontext-pro",
    name: "Kontext pro",
    goodFor: "Changing one photo while keeping the rest.",
    plan: "creator",
    price: { class: "middle", usdPerMegapixel: 0.04 },
    takesLora: false,
    photos: { as: "one-image" },
    steps: null,
    guidance: null,
  },
  "kontext-max": {
    ...flux1,
    id: "kontext-max",
    togetherId: "black-forest-labs/FLUX.1-kontext-max",
    name: "Kontext max",
    goodFor: "Changing one photo, with the finest detail.",
    plan: "pro",
    price: { class: "high", usdPerMegapixel: 0.08 },
    takesLora: false,
    photos: { as: "one-image" },
    steps: null,
    guidance: null,
  },
} as const satisfies Record<FluxModelId, FluxModel>;

/** The FLUX models that some plans have between them. */
export function fluxModelsOf(plans: readonly PlanId[]): readonly FluxModelId[] {
  return fluxModelIds.filter((id) => plans.includes(fluxModels[id].plan));
}

/** The largest size a FLUX model makes in a ratio of width to height. */
export function largestSize(
  { sizes: { maxPx, multiplePx } }: FluxModel,
  ratio: number,
): { widthPx: number; heightPx: number } {
  const long = Math.floor(maxPx / multiplePx) * multiplePx;
  const short = Math.round((long * Math.min(ratio, 1 / ratio)) / multiplePx) * multiplePx;
  return ratio >= 1 ? { widthPx: long, heightPx: short } : { widthPx: short, heightPx: long };
}
