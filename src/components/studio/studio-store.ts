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
  /** As typed, with choices and variables. */
  prompt: string;
  /** What the prompt's variables stand for, by name. */
  values: Record<string, string>;
  /** Kept while a FLUX model is chosen that takes none. */
  negativePrompt: string;
  style: StyleId;
  aspect: AspectId;
  /** Of each prompt, 1..4 */
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
  values: {},
  negativePrompt: "",
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
    {
      name: "likeness-studio",
      version: 1,
      skipHydration: true,
      // What was kept before a setting existed lacks it.
      merge: (kept, current) => ({ ...current, settings: { ...current.settings, ...settingsIn(kept) } }),
    },
  ),
);

function settingsIn(kept: unknown): Partial<StudioSettings> {
  if (typeof kept !== "object" || kept === null || !("settings" in kept)) return {};
  // Written by this store, in this browser.
  return kept.settings as Partial<StudioSettings>;
}
