import { namePath } from "~/log/name-path";

import { logProblem, readRequestId, withRequestId } from "./request-id";

/**
 * Answers at a door in the name of its request. A surprise is logged with the request's number, which the caller gets too, and
 * nothing else of it: 500.
 */
export function answerDoor(request: Request, answer: () => Promise<Response>): Promise<Response> {
  const requestId = readRequestId(request.headers);
  return withRequestId(requestId, async () => {
    try {
      return await answer();
    } catch (error) {
      const { pathname } = new URL(request.url);
      logProblem(`${request.method} ${namePath(pathname)} failed`, error);
      const message = `Something went wrong on our side. If it stays, tell us the number ${requestId}.`;
      return Response.json({ message }, { status: 500, headers: { "cache-control": "private, no-store" } });
    }
  });
}
