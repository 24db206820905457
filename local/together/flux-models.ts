/** What one image model takes. Sizes in pixels; prices in US dollars per megapixel. */
export interface FluxModel {
  id: string;
  displayName: string;
  dollarsPerMegapixel: number;
  /** Most pictures in `reference_images`; 0 for a model that takes none. */
  maxReferences: number;
  /** Whether it edits one picture given as `image_url`. */
  takesImageUrl: boolean;
  /** FLUX.2 "does not support negative prompts" (Together docs, quickstart-flux); image models at large do. */
  takesNegativePrompt: boolean;
  /** Most entries of `image_loras`. */
  maxLoras: number;
  minSidePx: number;
  maxSidePx: number;
  sideMultiplePx: number;
  /** Steps when the request names none; null for a model that has no such setting and ignores it. */
  defaultSteps: number | null;
}

// FLUX.2: "width/height 256-1920" (Together docs, quickstart-flux); "in multiples of 16" (error text of the live
// API, third party, 2026-07). Eight references: Black Forest Labs, prompting_editing_overview; Together states none.
const flux2 = {
  takesNegativePrompt: false,
  maxReferences: 8,
  maxLoras: 0,
  minSidePx: 256,
  maxSidePx: 1920,
  sideMultiplePx: 16,
};
const flux1 = {
  takesNegativePrompt: true,
  maxReferences: 0,
  maxLoras: 0,
  minSidePx: 256,
  maxSidePx: 1440,
  sideMultiplePx: 16,
};

/** The FLUX models of Together's serverless catalog, read 2026-11-22 (newest stored copy, about 2026-09). */
export const fluxModels: readonly FluxModel[] = [
  // image_loras: docs/images-overview and togethercomputer/skills (2026-08), "up to 2 LoRAs".
  {
    ...flux2,
    id: "black-forest-labs/FLUX.2-dev",
    displayName: "FLUX.2 [dev]",
    dollarsPerMegapixel: 0.0154,
    maxLoras: 2,
    takesImageUrl: false,
    defaultSteps: 28,
  },
  {
    ...flux2,
    id: "black-forest-labs/FLUX.2-pro",
    displayName: "FLUX.2 [pro]",
    dollarsPerMegapixel: 0.03,
    takesImageUrl: true,
    defaultSteps: null,
  },
  {
    ...flux2,
    id: "black-forest-labs/FLUX.2-flex",
    displayName: "FLUX.2 [flex]",
    dollarsPerMegapixel: 0.03,
    takesImageUrl: true,
    defaultSteps: 50,
  },
  {
    ...flux2,
    id: "black-forest-labs/FLUX.2-max",
    displayName: "FLUX.2 [max]",
    dollarsPerMegapixel: 0.07,
    takesImageUrl: true,
    defaultSteps: 50,
  },
  {
    ...flux1,
    id: "black-forest-labs/FLUX.1-kontext-pro",
    displayName: "FLUX.1 Kontext [pro]",
    dollarsPerMegapixel: 0.04,
    takesImageUrl: true,
    defaultSteps: 28,
  },
  {
    ...flux1,
    id: "black-forest-labs/FLUX.1-kontext-max",
    displayName: "FLUX.1 Kontext [max]",
    dollarsPerMegapixel: 0.08,
    takesImageUrl: true,
    defaultSteps: 28,
  },
  {
    ...flux1,
    id: "black-forest-labs/FLUX.1.1-pro",
    displayName: "FLUX1.1 [pro]",
    dollarsPerMegapixel: 0.04,
    takesImageUrl: false,
    defaultSteps: null,
  },
];
