import type { QueryCache } from "@tanstack/react-query";

import type { ApiOutputs } from "../react";

/** What the cache knows that can say so itself, by procedure. */
interface Telling {
  "generations.recent": ApiOutputs["generations"]["recent"];
  "models.list": ApiOutputs["models"]["list"];
  "models.byId": ApiOutputs["models"]["byId"];
  "models.draft": ApiOutputs["models"]["draft"];
}

/** A query's key names what it holds, so what is handed to each is what it takes. */
const moves: { [Name in keyof Telling]: (data: Telling[Name]) => boolean } = {
  "generations.recent": (generations) => generations.some(({ status }) => status !== "done"),
  "models.list": (models) => models.some(isTraining),
  "models.byId": (model) => isTraining(model) || model.photos.some(isBeingPrepared),
  "models.draft": (draft) => draft?.photos.some(isBeingPrepared) === true,
};

/** What moves, as far as this tab knows. */
export interface Moving {
  anything: boolean;
  /** The plan page has come back from the checkout of the address and waits for the payment. */
  payment: boolean;
}

/** @param since data from before, in ms since the epoch, is not asked: the server has said since that nothing moves. */
export function whatMoves(cache: QueryCache, since: number): Moving {
  let anything = false;
  let payment = false;
  for (const { queryKey, state } of cache.getAll()) {
    if (state.data === undefined || state.dataUpdatedAt <= since) continue;
    const name = nameOf(queryKey);
    if (name === "billing.overview") payment ||= awaits(state.data as ApiOutputs["billing"]["overview"]); // its key names what it holds
    if (isTelling(name)) anything ||= (moves[name] as (data: unknown) => boolean)(state.data); // as it says
  }
  return { anything: anything || payment, payment };
}

/** tRPC's keys begin with the procedure's path. */
function nameOf([path]: readonly unknown[]): string {
  return Array.isArray(path) ? path.join(".") : "";
}

function isTelling(name: string): name is keyof Telling {
  return name in moves;
}

function isTraining({ status }: { status: string }): boolean {
  return status === "queued" || status === "training";
}

function isBeingPrepared({ status }: { status: string }): boolean {
  return status === "uploaded";
}

function awaits({ checkout }: ApiOutputs["billing"]["overview"]): boolean {
  return checkout !== null && checkout.id === new URLSearchParams(window.location.search).get("checkout");
}
