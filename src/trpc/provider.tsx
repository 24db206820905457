"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import type { QueryClient } from "@tanstack/react-query";
import { httpBatchLink } from "@trpc/client";
import { useState } from "react";
import type { ReactNode } from "react";
import superjson from "superjson";

import { makeQueryClient } from "./query-client";
import { trpc } from "./react";

/** Browsers take no more than 64 KiB along (Fetch standard, "keepalive"). */
const MAX_TAKEN_ALONG = 60_000;

let browserClient: QueryClient | undefined;

/** Gives the components below it the API and its cache. */
export function TrpcProvider({ children }: { children: ReactNode }) {
  const queryClient = getQueryClient();
  const [client] = useState(() =>
    trpc.createClient({
      links: [httpBatchLink({ url: `${origin()}/api/trpc`, transformer: superjson, fetch: outliveThePage })],
    }),
  );

  return (
    <trpc.Provider client={client} queryClient={queryClient}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </trpc.Provider>
  );
}

function getQueryClient(): QueryClient {
  if (typeof window === "undefined") return makeQueryClient();
  browserClient ??= makeQueryClient();
  return browserClient;
}

/** The server never asks over HTTP: what a page needs is prefetched, the rest waits for the browser. */
function origin(): string {
  return typeof window === "undefined" ? "http://localhost" : window.location.origin;
}

interface Asked {
  method?: string;
  body?: unknown;
}

/** A change that was shown as made arrives even when the page is left at once. */
function outliveThePage(url: RequestInfo | URL, options: Asked = {}): Promise<Response> {
  const { method, body } = options;
  const keepalive = method === "POST" && typeof body === "string" && body.length < MAX_TAKEN_ALONG;
  // tRPC's own type of it says less than it is.
  return fetch(url, { ...(options as RequestInit), keepalive });
}
