"use client";

import { useEffect, useMemo } from "react";

import { fluxModels } from "~/catalog/flux-models";
import type { FluxModel, FluxModelId } from "~/catalog/flux-models";
import { generationRules } from "~/catalog/generation-rules";
import { expandPrompt } from "~/prompting/expand-prompt";
import { escapeBraces } from "~/prompting/parse-prompt";
import { useEarlyText } from "~/components/use-early-text";
import { trpc } from "~/trpc/react";
import type { ApiOutputs } from "~/trpc/react";

import { useStudioStore } from "./studio-store";

export type ReadyModel = ApiOutputs["models"]["list"][number];
export type Entitlements = ApiOutputs["account"]["entitlements"];

/** Everything the studio's form shows: the settings, what they may be, and how to change them. */
export function useStudio(wanted: {
  modelId: string | undefined;
  againPictureId: string | undefined;
  /** Whether the picture's next seed is wanted, and not its own. */
  isNextSeed: boolean;
}) {
  const { settings, change } = useStudioStore();
  const { data: models } = trpc.models.list.useQuery();
  const { data: entitlements } = trpc.account.entitlements.useQuery();
  const readyModels = useMemo(
    // One that is trained anew goes on with the version it has.
    () => models?.filter((model) => model.activeVersionId !== null && !model.isLocked),
    [models],
  );
  const lockedModels = models?.filter((model) => model.activeVersionId !== null && model.isLocked) ?? [];

  // Typed before the page's script had come: it counts, and not the prompt that was kept from another time.
  const promptField = useEarlyText(settings.prompt, (typed) => {
    void useStudioStore.persist.rehydrate();
    change({ prompt: typed });
  });
  // After the first paint, so that the server's page and the browser's agree.
  useEffect(() => {
    void useStudioStore.persist.rehydrate();
  }, []);
  usePreselected(wanted.modelId, readyModels);
  useAgain(wanted.againPictureId, wanted.isNextSeed);

  const model = readyModels?.find((candidate) => candidate.id === settings.modelId);
  const fluxModelIds = allowedFluxModels(entitlements, model);
  const fluxModelId = fluxModelIds.includes(settings.fluxModel)
    ? settings.fluxModel
    : (fluxModelIds[0] ?? "flux-2-dev");
  const fluxModel: FluxModel = fluxModels[fluxModelId];
  const { prompt, values, count } = settings;
  const expansion = useMemo(() => expandPrompt(prompt, values, count), [prompt, values, count]);
  return {
    ...{ settings, change, readyModels, lockedModels, model, entitlements, fluxModel, expansion },
    promptField,
  };
}

/** The FLUX models of the plan that can show this model. */
function allowedFluxModels(
  entitlements: Entitlements | undefined,
  model: ReadyModel | undefined,
): readonly FluxModelId[] {
  const ofPlan = entitlements?.fluxModels ?? ["flux-2-dev"];
  return model?.activeKind === "fine-tuned" ? ofPlan.filter((id) => fluxModels[id].takesLora) : ofPlan;
}

/** Takes the model of the address, otherwise keeps the last one, otherwise the newest. */
function usePreselected(modelId: string | undefined, readyModels: ReadyModel[] | undefined): void {
  const { settings, change } = useStudioStore();
  useEffect(() => {
    if (modelId !== undefined) change({ modelId });
  }, [modelId, change]);
  useEffect(() => {
    if (!readyModels) return;
    const isKnown = settings.modelId === null || readyModels.some((model) => model.id === settings.modelId);
    if (!isKnown) change({ modelId: readyModels[0]?.id ?? null });
  }, [readyModels, settings.modelId, change]);
}

/** Fills the form with the settings a picture was made with. */
function useAgain(pictureId: string | undefined, isNextSeed: boolean): void {
  const change = useStudioStore((store) => store.change);
  const { data: picture } = trpc.pictures.byId.useQuery(
    { pictureId: pictureId ?? "" },
    { enabled: pictureId !== undefined, staleTime: Infinity },
  );
  useEffect(() => {
    if (!picture) return;
    const { modelId, fluxModel, style, aspect, count, steps, guidance, negativePrompt } = picture;
    const seed = isNextSeed ? (picture.seed + 1) % (generationRules.maxSeed + 1) : picture.seed;
    const words = { prompt: escapeBraces(picture.prompt), values: {}, negativePrompt: negativePrompt ?? "" };
    change({ ...words, modelId, fluxModel, style, aspect, count, steps, guidance, seed: String(seed) });
  }, [picture, isNextSeed, change]);
}
