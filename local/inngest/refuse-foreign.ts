import type { MiddlewareHandler } from "hono";

const LOOPBACK = /^(localhost|127\.0\.0\.1)(:\d+)?$/;

/** Answers to this machine's own names only, and to no page of another site: anyone's web page can post to loopback. */
export const refuseForeign: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header("origin");
  const isForeign = origin !== undefined && !LOOPBACK.test(origin.replace(/^https?:\/\//, ""));
  if (isForeign || !LOOPBACK.test(c.req.header("host") ?? "")) return c.text("Only for this machine.", 403);
  return next();
};
