import type { Generated } from "kysely";

import type { FluxModelId } from "~/catalog/flux-models";

/** A FLUX model that Together no longer lists: hidden until it does again. */
export interface MissingFluxModelTable {
  id: FluxModelId;
  since: Generated<Date>;
}
