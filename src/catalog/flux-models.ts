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
  /** Whether it can apply the LoRA of a fine-tuned model. */
  takesLora: boolean;
  /** How it takes photos of a person: up to `max` reference photos, one image, or not at all. */
  photos: { as: "references"; max: number } | { as: "one-image" };
  /** Bounds of the sampling steps, or null where the provider fixes them. */
  steps: { min: number; max: number; default: number } | null;
  /** Bounds of the guidance, or null where the provider fixes it. */
  guidance: { min: number; max: number; default: number } | null;
}

/**
 * The FLUX models on offer. Names, LoRA and reference support: Together docs, "Serverless models" and "Reference
 * images", read 2026-11-22; reference limits: BFL docs, "Prompting, editing overview", read 2026-11-22.
 */
export const fluxModels = {
  "flux-2-dev": {
    id: "flux-2-dev",
    togetherId: "black-forest-labs/FLUX.2-dev",
    name: "FLUX.2 dev",
    goodFor: "The all-rounder; the only one that uses a fine-tuned model.",
    takesLora: true,
    photos: { as: "references", max: 6 },
    steps: { min: 8, max: 50, default: 28 },
    guidance: { min: 1, max: 10, default: 4 },
  },
  "flux-2-pro": {
    id: "flux-2-pro",
    togetherId: "black-forest-labs/FLUX.2-pro",
    name: "FLUX.2 pro",
    goodFor: "The closest likeness from reference photos.",
    takesLora: false,
    photos: { as: "references", max: 8 },
    steps: null,
    guidance: null,
  },
  "flux-2-flex": {
    id: "flux-2-flex",
    togetherId: "black-forest-labs/FLUX.2-flex",
    name: "FLUX.2 flex",
    goodFor: "Fine control over steps and guidance.",
    takesLora: false,
    photos: { as: "references", max: 8 },
    steps: { min: 8, max: 50, default: 28 },
    guidance: { min: 1.5, max: 10, default: 4.5 },
  },
  "flux-2-max": {
    id: "flux-2-max",
    togetherId: "black-forest-labs/FLUX.2-max",
    name: "FLUX.2 max",
    goodFor: "The finest detail.",
    takesLora: false,
    photos: { as: "references", max: 8 },
    steps: null,
    guidance: null,
  },
  "kontext-pro": {
    id: "kontext-pro",
    togetherId: "black-forest-labs/FLUX.1-kontext-pro",
    name: "Kontext pro",
    goodFor: "Changing one photo while keeping the rest.",
    takesLora: false,
    photos: { as: "one-image" },
    steps: null,
    guidance: null,
  },
  "kontext-max": {
    id: "kontext-max",
    togetherId: "black-forest-labs/FLUX.1-kontext-max",
    name: "Kontext max",
    goodFor: "Changing one photo, with the finest detail.",
    takesLora: false,
    photos: { as: "one-image" },
    steps: null,
    guidance: null,
  },
} as const satisfies Record<FluxModelId, FluxModel>;
