import { createTRPCReact } from "@trpc/react-query";

import type { ApiOutputs, AppRouter } from "~/server/api/root";

/** The API, typed end to end, for components. */
export const trpc = createTRPCReact<AppRouter>();

export type { ApiOutputs };
