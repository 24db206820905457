import { fixedHeaders } from "../catalog/fixed-headers";
import { requestIdHeader } from "../catalog/request-proof";
import { namePath } from "../log/name-path";
import { writeLine } from "../log/write-line";
import type { Route } from "./routes";

/**
 * Asks the Node host, and hands its answer on as it is. When it cannot be reached or takes too long, the caller is told
 * so in a form that people and programs can read, and that it is worth asking again.
 */
export async function passToNode(request: Request, nodeOrigin: string, route: Route): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const signal = route.timeoutMs === undefined ? request.signal : AbortSignal.timeout(route.timeoutMs);
  try {
    if (!isPrivate(new URL(nodeOrigin))) throw new Error("NODE_ORIGIN has to begin with https.");
    return await fetch(new Request(`${nodeOrigin}${pathname}${search}`, request), {
      redirect: "manual",
      signal,
    });
  } catch (error) {
    const message = `${request.method} ${namePath(pathname)}: the Node host did not answer`;
    const requestId = request.headers.get(requestIdHeader) ?? undefined;
    writeLine({ level: "error", message, requestId, error });
    return Response.json(
      { message: "This part of Likeness is not answering right now. Try again in a minute." },
      { status: 503, headers: { ...fixedHeaders, "retry-after": "30", "cache-control": "no-store" } },
    );
  }
}

/** Sessions and photos are not sent over a network that reads along; to this machine, where a preview runs, they may be. */
function isPrivate({ protocol, hostname }: URL): boolean {
  return protocol === "https:" || /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
