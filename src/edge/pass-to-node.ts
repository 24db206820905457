import { fixedHeaders } from "../catalog/fixed-headers";
import type { Route } from "./routes";

/**
 * Asks the Node host, and hands its answer on as it is. When it cannot be reached or takes too long, the caller is told
 * so in a form that people and programs can read, and that it is worth asking again.
 */
export async function passToNode(request: Request, nodeOrigin: string, route: Route): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const signal = route.timeoutMs === undefined ? request.signal : AbortSignal.timeout(route.timeoutMs);
  try {
    return await fetch(new Request(`${nodeOrigin}${pathname}${search}`, request), {
      redirect: "manual",
      signal,
    });
  } catch (error) {
    // The path is the visitor's own words: not where the console looks for its "%" signs.
    console.error("%s %s: the Node host did not answer", request.method, pathname, error);
    return Response.json(
      { message: "This part of Likeness is not answering right now. Try again in a minute." },
      { status: 503, headers: { ...fixedHeaders, "retry-after": "30", "cache-control": "no-store" } },
    );
  }
}
