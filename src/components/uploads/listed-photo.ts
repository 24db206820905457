import type { ApiOutputs } from "~/trpc/react";

/** A photo as the server lists it with its model. */
export type ListedPhoto = ApiOutputs["models"]["byId"]["photos"][number];
