/**
 * The worker: it renders pages and answers tRPC where the visitor is, and passes on what needs Node.
 *
 * OpenNext's own worker also resizes pictures at /_next/image and /cdn-cgi/image; nothing here uses that, so it is left out.
 */
import { handler as runProxy } from "open-next/middleware";
import { runWithCloudflareRequestContext } from "open-next/request-context";

import { proveRequestId, requestIdHeader, requestProofHeader } from "../catalog/request-proof";
import { fixedHeaders } from "../catalog/fixed-headers";
import type { Bindings } from "./bindings";
import { cleanHeaders } from "./clean-headers";
import { isOurHost } from "./is-our-host";
import { keepBuiltPage } from "./keep-built-page";
import { limitBody } from "./limit-body";
import { passToNode } from "./pass-to-node";
import { findRoute } from "./routes";
import { setCaching } from "./set-caching";

const worker = {
  async fetch(request: Request, bindings: Bindings, execution: object): Promise<Response> {
    const url = new URL(request.url);
    if (!isOurHost(url, bindings.PUBLIC_ORIGIN)) return refuse(421, "This is not the host you asked for.");

    const route = findRoute(url.pathname);
    const body = await limitBody(request, route.maxBodyBytes);
    if (body === "too large") return refuse(413, "This is more than we take.");

    const headers = await nameRequest(cleanHeaders(request, bindings.PUBLIC_ORIGIN), bindings);
    const init = { headers, body };
    if (route.side === "node") return passToNode(new Request(request, init), bindings.NODE_ORIGIN, route);
    const answer = () => render(new Request(request, init), bindings, execution);
    return setCaching(request, await keepBuiltPage(request, answer));
  },
};

export default worker;

function render(request: Request, bindings: Bindings, execution: object): Promise<Response> {
  return runWithCloudflareRequestContext(request, bindings, execution, async () => {
    const passed = await runProxy(request, bindings, execution);
    if (passed instanceof Response) return passed;
    // Only now: a redirect at the door needs none of Next's server.
    const { handler } = await import("open-next/server");
    return handler(passed, bindings, execution, request.signal);
  });
}

/** One id from here to the last step's log, whichever side answers: the proxy and the Node host take it on its proof. */
async function nameRequest(headers: Headers, bindings: Bindings): Promise<Headers> {
  const id = crypto.randomUUID();
  headers.set(requestIdHeader, id);
  headers.set(requestProofHeader, await proveRequestId(id, bindings.CLERK_SECRET_KEY));
  return headers;
}

function refuse(status: number, sentence: string): Response {
  return new Response(sentence, {
    status,
    headers: { ...fixedHeaders, "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}
