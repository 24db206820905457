import { Failure } from "./errors";

/**
 * What a door answers that is no procedure when a verb fails as was to be expected: a file that is gone is a 404, a vendor
 * that does not answer a 503. Anything else is a surprise, and thrown on.
 */
export function answerFailure(error: unknown): Response {
  if (!(error instanceof Failure)) throw error;
  const headers = { "cache-control": "private, no-store" };
  if (error.code === "NOT_FOUND") return new Response("Not found.", { status: 404, headers });
  return new Response(error.message, { status: 503, headers: { ...headers, "retry-after": "30" } });
}
