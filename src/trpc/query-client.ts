import { defaultShouldDehydrateQuery, QueryClient } from "@tanstack/react-query";
import { TRPCClientError } from "@trpc/client";
import superjson from "superjson";

const STALE_MS = 30_000;

/** One a request on the server, one a tab in the browser. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: STALE_MS, retry: (failures, error) => failures < 3 && isWorthRetrying(error) },
      dehydrate: {
        serializeData: superjson.serialize,
        // A prefetch that is still on its way streams to the browser.
        shouldDehydrateQuery: (query) =>
          defaultShouldDehydrateQuery(query) || query.state.status === "pending",
      },
      hydrate: { deserializeData: superjson.deserialize },
    },
  });
}

/** What the server decided stays decided; only what did not reach it is asked again. */
function isWorthRetrying(error: Error): boolean {
  // A page's prefetch: the browser asks again, with a page to show meanwhile.
  if (typeof window === "undefined") return false;
  if (!(error instanceof TRPCClientError)) return true;
  const data: unknown = error.data;
  const status =
    typeof data === "object" && data !== null && "httpStatus" in data ? data.httpStatus : undefined;
  return typeof status !== "number" || status >= 502;
}
