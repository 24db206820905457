import "server-only";

import { createHydrationHelpers } from "@trpc/react-query/rsc";
import { headers } from "next/headers";
import { cache } from "react";
import type { ReactNode } from "react";

import { createContext } from "~/server/api/create-context";
import { createCaller } from "~/server/api/root";
import type { AppRouter } from "~/server/api/root";

import { Arrival } from "./arrival";
import { makeQueryClient } from "./query-client";

const getQueryClient = cache(makeQueryClient);
const getContext = cache(async () => createContext(await headers()));

const helpers = createHydrationHelpers<AppRouter>(createCaller(getContext), getQueryClient);

/** For pages: `await trpc.models.list.prefetch()`, and `<HydrateClient>` around the components that use it. */
export const trpc = helpers.trpc;

/** Hands what a page has prefetched to the browser. Every signed-in page stands in one: its shell waits for that. */
export function HydrateClient({ children }: { children: ReactNode }) {
  return (
    <helpers.HydrateClient>
      {children}
      <Arrival />
    </helpers.HydrateClient>
  );
}
