import type { FluxModel } from "~/catalog/flux-models";
import { generationRules } from "~/catalog/generation-rules";
import type { Expansion } from "~/prompting/expand-prompt";

import type { StudioSettings } from "./studio-store";

export interface SettingsProblems {
  prompt?: string;
  seed?: string;
}

/** What is wrong with the settings, by field, in words that say how to mend it. Empty when they can be sent. */
export function checkSettings(
  { prompt, seed }: Pick<StudioSettings, "prompt" | "seed">,
  expansion: Expansion,
): SettingsProblems {
  const { maxPromptLength, maxSeed } = generationRules;
  const length = prompt.trim().length;
  const problems: SettingsProblems = {};
  if (!expansion.ok) problems.prompt = expansion.problem;
  if (length === 0) problems.prompt = "Write what the picture should show, or take a suggestion.";
  if (length > maxPromptLength) {
    const over = length - maxPromptLength;
    problems.prompt = `This is ${over} ${over === 1 ? "character" : "characters"} too long. A prompt has at most ${maxPromptLength.toLocaleString("en")}.`;
  }
  if (seed !== "" && !(/^\d+$/.test(seed) && Number(seed) <= maxSeed)) {
    problems.seed = `A seed is a whole number from 0 to ${maxSeed.toLocaleString("en")}. Leave it empty for a new one each time.`;
  }
  return problems;
}

/** Why the balance does not cover a press; undefined when it does. Null credits are unlimited. */
export function missingCredits(price: number, credits: number | null): string | undefined {
  if (credits === null || price <= credits) return undefined;
  if (credits === 0) return "You have no credits left. A larger plan brings more each month.";
  const have = `You have ${credits} ${credits === 1 ? "credit" : "credits"} left`;
  return `${have}; this takes ${price}. Ask for fewer pictures.`;
}

/** A price in words: a plan without credits has everything included. */
export function priceInWords(price: number): string {
  if (price === 0) return "Included";
  return price === 1 ? "1 credit" : `${price} credits`;
}

/** A setting as the API takes it: within the FLUX model's bounds, or null where it sets its own. */
export function withinBounds(
  value: number | null,
  bounds: FluxModel["steps"] | FluxModel["guidance"],
): number | null {
  if (value === null || bounds === null) return null;
  return Math.min(bounds.max, Math.max(bounds.min, value));
}
