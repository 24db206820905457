import type { Generated } from "kysely";

import type { FluxModelId } from "~/catalog/flux-models";

/** A FLUX model that Together no longer lists: hidden until it does again. */
export interface MissingFluxModelTable {
  id: FluxModelId;
  since: Generated<Date>;
}

/** How often a user asked for help with a prompt in the current window. */
export interface PromptHelpTable {
  userId: string;
  windowAt: Date;
  uses: number;
}
