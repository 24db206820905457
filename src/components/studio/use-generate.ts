"use client";

import { useRef, useState } from "react";

import { listVariables } from "~/prompting/expand-prompt";
import { trpc } from "~/trpc/react";

import { checkSettings, withinBounds } from "./check-settings";
import type { SettingsProblems } from "./check-settings";
import type { useStudio } from "./use-studio";

/** The press of Generate. A press that never reached us keeps its id, so that pressing again cannot pay twice. */
export function useGenerate({ settings, fluxModel, expansion }: ReturnType<typeof useStudio>) {
  const api = trpc.useUtils();
  const [problems, setProblems] = useState<SettingsProblems>({});
  const lostPress = useRef<{ body: string; requestId: string } | null>(null);

  const mutation = trpc.generations.create.useMutation({
    onSuccess: async () => {
      lostPress.current = null;
      await Promise.all([api.generations.invalidate(), api.account.entitlements.invalidate()]);
    },
    onError: (error) => {
      // The server's own answer ends the press; silence does not.
      if (error.data) lostPress.current = null;
      if (error.data?.failure === "OUT_OF_CREDITS") void api.account.entitlements.invalidate();
    },
  });

  function generate(): void {
    const found = checkSettings(settings, expansion);
    setProblems(found);
    if (Object.keys(found).length > 0 || mutation.isPending) return;
    const { modelId = null, prompt, style, aspect, count, seed } = settings;
    const wish = {
      modelId,
      fluxModel: fluxModel.id,
      prompt: prompt.trim(),
      values: pick(settings.values, listVariables(prompt)),
      negativePrompt: fluxModel.takesNegativePrompt ? settings.negativePrompt.trim() || null : null,
      style,
      aspect,
      count,
      steps: withinBounds(settings.steps, fluxModel.steps),
      guidance: withinBounds(settings.guidance, fluxModel.guidance),
      seed: seed === "" ? null : Number(seed),
    };
    const body = JSON.stringify(wish);
    const requestId = lostPress.current?.body === body ? lostPress.current.requestId : crypto.randomUUID();
    lostPress.current = { body, requestId };
    mutation.mutate({ requestId, ...wish });
  }

  const code = mutation.error?.data?.failure;
  // A refusal speaks of the words that were sent: it goes with them.
  const isRewritten = code === "REFUSED" && mutation.variables?.prompt !== settings.prompt.trim();
  const error = isRewritten ? null : mutation.error;
  const failure =
    error && !error.data
      ? "We could not be reached. Check your connection and press Generate again; you will not pay twice."
      : error?.message;
  const isAboutPlan = code === "OUT_OF_CREDITS" || code === "PLAN_LIMIT";
  return { generate, problems, setProblems, isPending: mutation.isPending, failure, isAboutPlan };
}

/** The fields keep what was filled in for prompts before this one. */
function pick(values: Record<string, string>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, values[name] ?? ""]));
}
