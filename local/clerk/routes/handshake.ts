import { randomBytes } from "node:crypto";

import { Hono } from "hono";
import { setCookie } from "hono/cookie";

import { handshakeDirectives } from "../cookies";
import { ClerkError } from "../errors";
import type { Instance } from "../instance";
import { signJwt } from "../tokens";
import type { FrontendEnv, Visit } from "../visit";

/** How long a browser has to come back to the app: the life of the cookie and of the nonce in it. */
const NONCE_SECONDS = 60;

/**
 * Where the app's server sends a browser whose session token is missing or stale.
 *
 * The browser is sent back at once with a cookie by which the server finds a fresh token, or that there is none:
 * a nonce to ask the backend API about (`format=nonce`), or a signed list of the cookies to set.
 */
export function handshakeRoutes(instance: Instance): Hono<FrontendEnv> {
  const routes = new Hono<FrontendEnv>();
  routes.get("/v1/client/handshake", (c) => {
    const { visit } = c.var;
    const target = requireOwnOrigin(visit, c.req.query("redirect_url"));
    const directives = handshakeDirectives(instance, visit.client, target.origin);
    const attributes = { path: "/", maxAge: NONCE_SECONDS, sameSite: "Lax" } as const;

    if (c.req.query("format") === "nonce") {
      setCookie(c, "__clerk_handshake_nonce", rememberHandshake(instance, directives), attributes);
    } else {
      setCookie(c, "__clerk_handshake", signJwt(instance, { handshake: directives }), attributes);
    }
    return c.redirect(target.href, 307);
  });
  return routes;
}

/** Anyone can write a link to here: it must not lead off the app. */
function requireOwnOrigin(visit: Visit, redirectUrl: string | undefined): URL {
  if (redirectUrl && URL.canParse(redirectUrl)) {
    const target = new URL(redirectUrl);
    if (target.origin === visit.origin) return target;
  }
  const message = `redirect_url must be an address of ${visit.origin}.`;
  throw new ClerkError({ status: 400, code: "redirect_url_invalid", message, paramName: "redirect_url" });
}

function rememberHandshake({ handshakes }: Instance, directives: readonly string[]): string {
  const nonce = randomBytes(16).toString("hex");
  handshakes.set(nonce, directives);
  // Not used up on first sight: two documents that load at once carry the same cookie.
  setTimeout(() => handshakes.delete(nonce), NONCE_SECONDS * 1000).unref();
  return nonce;
}
