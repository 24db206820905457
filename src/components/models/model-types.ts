import type { ApiOutputs } from "~/trpc/react";

/** A model as the list shows it. */
export type ListedModel = ApiOutputs["models"]["list"][number];

/** A model as its page shows it, with its photos. */
export type ShownModel = ApiOutputs["models"]["byId"];

/** The model that is being set up. */
export type DraftModel = NonNullable<ApiOutputs["models"]["draft"]>;

export type ModelKind = ListedModel["kind"];
export type ModelStatus = ListedModel["status"];

/** Whether a model waits for or is in its training, so that it will change by itself. */
export function isMoving(status: ModelStatus): boolean {
  return status === "queued" || status === "training";
}
