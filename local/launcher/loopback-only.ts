import type { MiddlewareHandler } from "hono";
import { isLoopbackHost } from "~/local/preload/is-allowed-host.mjs";

/** Refuses what a web page of another site could send to a server on loopback: a foreign Host (a rebound name) or Origin. */
export const loopbackOnly: MiddlewareHandler = async (c, next) => {
  const host = new URL(c.req.url).hostname;
  const origin = c.req.header("origin");
  const isForeign = !isLoopbackHost(host) || (origin !== undefined && !isLoopbackOrigin(origin));
  if (isForeign) return c.text("This page is for this machine only.", 403);

  return next();
};

function isLoopbackOrigin(origin: string): boolean {
  return URL.canParse(origin) && isLoopbackHost(new URL(origin).hostname);
}
