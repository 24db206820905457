import { fetchRequestHandler } from "@trpc/server/adapters/fetch";

import { createContext } from "~/server/api/create-context";
import { appRouter } from "~/server/api/root";

function answer(req: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req,
    router: appRouter,
    createContext: () => createContext(req.headers),
    responseMeta: () => ({ headers: new Headers({ "cache-control": "private, no-store" }) }),
  });
}

export { answer as GET, answer as POST };
