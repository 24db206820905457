import type { ApiOutputs } from "~/trpc/react";

export type Privacy = ApiOutputs["privacy"]["overview"];
export type Erasure = ApiOutputs["privacy"]["erasure"];
