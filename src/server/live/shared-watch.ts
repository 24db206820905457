import { sharedDb } from "~/kysely/shared";

import { keepWatch } from "./keep-watch";
import type { Watch } from "./keep-watch";

/** `next dev` keeps it through reloads. */
const held = globalThis as { likenessWatch?: Watch };

/** The one watch of a Node process. Never at the edge: `src/edge/routes.ts` passes its door on. */
export function sharedWatch(): Watch {
  held.likenessWatch ??= keepWatch(sharedDb);
  return held.likenessWatch;
}
