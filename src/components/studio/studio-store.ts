import { create } from "zustand";
import { persist } from "zustand/middleware";

import type { AspectId } from "~/catalog/aspects";
import type { FluxModelId } from "~/catalog/flux-models";
import type { StyleId } from "~/catalog/styles";

/** What the next generation will ask for. */
export interface StudioSettings {
  /** Null asks a base FLUX model; undefined until the models are known. */
  modelId: string | null | undefined;
  fluxModel: FluxModelId;
  prompt: string;
  style: StyleId;
  aspect: AspectId;
  /** 1..4 */
  count: number;
  /** Null takes the FLUX model's own. */
  steps: number | null;
  /** Null takes the style's own. */
  guidance: number | null;
  /** As typed; empty draws one. */
  seed: string;
}

interface StudioStore {
  settings: StudioSettings;
  change: (change: Partial<StudioSettings>) => void;
}

const first: StudioSettings = {
  modelId: undefined,
  fluxModel: "flux-2-dev",
  prompt: "",
  style: "photorealistic",
  aspect: "4:5",
  count: 2,
  steps: null,
  guidance: null,
  seed: "",
};

/** The studio's form. It survives a reload in this browser. */
export const useStudioStore = create<StudioStore>()(
  persist(
    (set) => ({
      settings: first,
      change: (change) => {
        set(({ settings }) => ({ settings: { ...settings, ...change } }));
      },
    }),
    { name: "likeness-studio", version: 1, skipHydration: true },
  ),
);
