import "server-only";

import { createHydrationHelpers } from "@trpc/react-query/rsc";
import { headers } from "next/headers";
import { cache } from "react";

import { createContext } from "~/server/api/create-context";
import { createCaller } from "~/server/api/root";
import type { AppRouter } from "~/server/api/root";

import { makeQueryClient } from "./query-client";

const getQueryClient = cache(makeQueryClient);
const getContext = cache(async () => createContext(await headers()));

/** For pages: `void trpc.models.list.prefetch()` and `<HydrateClient>` around the components that use it. */
export const { trpc, HydrateClient } = createHydrationHelpers<AppRouter>(
  createCaller(getContext),
  getQueryClient,
);
