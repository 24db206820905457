import { fetchRequestHandler } from "@trpc/server/adapters/fetch";

import { answerMeta } from "~/server/api/answer-meta";
import { createContext } from "~/server/api/create-context";
import { appRouter } from "~/server/api/root";

function answer(req: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req,
    router: appRouter,
    createContext: () => createContext(req.headers),
    responseMeta: answerMeta,
  });
}

export { answer as GET, answer as POST };
