import { fetchRequestHandler } from "@trpc/server/adapters/fetch";

import { answerMeta } from "~/server/api/answer-meta";
import { createContext } from "~/server/api/create-context";
import { appRouter } from "~/server/api/root";

/** More than any page asks for at once. */
const MOST_CALLS = 20;

function answer(req: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req,
    router: appRouter,
    createContext: () => createContext(req.headers),
    responseMeta: answerMeta,
    maxBatchSize: MOST_CALLS,
  });
}

export { answer as GET, answer as POST };
