import { format } from "date-fns";

import { fluxModels } from "~/catalog/flux-models";
import { styles } from "~/catalog/styles";
import type { ApiOutputs } from "~/trpc/react";

export type OpenedPicture = ApiOutputs["pictures"]["byId"];

/** The settings a picture was made with, as they are shown: name and value, in order. Those it was made without are null. */
export function listFacts(picture: OpenedPicture): [name: string, value: string | number | null][] {
  const { modelName, style, fluxModel, negativePrompt, aspect, seed, steps, guidance } = picture;
  const { widthPx, heightPx, createdAt } = picture;
  return [
    ["Model", modelName ?? "No one in particular"],
    ["Style", styles[style].name],
    ["FLUX model", fluxModels[fluxModel].name],
    ["Left out", negativePrompt],
    ["Aspect", `${aspect} (${widthPx ?? "?"} × ${heightPx ?? "?"})`],
    ["Steps", steps],
    ["Guidance", guidance],
    ["Made", format(createdAt, "d MMMM yyyy, HH:mm")],
    ["Seed", seed],
  ];
}
