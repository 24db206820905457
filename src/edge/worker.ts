/**
 * The worker: it renders pages and answers tRPC where the visitor is, and passes on what needs Node.
 *
 * OpenNext's own worker also resizes pictures at /_next/image and /cdn-cgi/image; nothing here uses that, so it is left out.
 */
import { handler as runProxy } from "open-next/middleware";
import { runWithCloudflareRequestContext } from "open-next/request-context";

import { isNeededMethod } from "../catalog/methods";
import { proveRequestId, requestIdHeader, requestProofHeader } from "../catalog/request-proof";
import type { Bindings } from "./bindings";
import { cleanHeaders } from "./clean-headers";
import { isOurHost } from "./is-our-host";
import { keepBuiltPage } from "./keep-built-page";
import { limitBody } from "./limit-body";
import { passToNode } from "./pass-to-node";
import { quickenImmediates } from "./quick-immediates";
import { refuse } from "./refuse";
import { findRoute } from "./routes";
import { setCaching } from "./set-caching";

quickenImmediates();

const worker = {
  async fetch(request: Request, bindings: Bindings, execution: object): Promise<Response> {
    // One from here to the last step's log, whichever side answers.
    const requestId = crypto.randomUUID();
    const url = new URL(request.url);
    if (!isOurHost(url, bindings.PUBLIC_ORIGIN)) return refuse("host", requestId);

    if (!isNeededMethod(request.method, url.pathname)) return refuse("method", requestId);

    const route = findRoute(url.pathname);
    const body = await limitBody(request, route.maxBodyBytes);
    if (body === "too large") return refuse("body-too-large", requestId);

    const headers = cleanHeaders(request, bindings.PUBLIC_ORIGIN);
    headers.set(requestIdHeader, requestId);
    // The proxy and the Node host take it on this.
    headers.set(requestProofHeader, await proveRequestId(requestId, bindings.CLERK_SECRET_KEY));
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
