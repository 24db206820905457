import { readOwnHost } from "./read-own-origin";

const changeless = new Set(["GET", "HEAD", "OPTIONS"]);

/** Vendors call here, without a session: each call is signed, and taken by nothing else. */
const signedDoors = /^\/api\/(webhooks\/|inngest$)/;

/**
 * Whether a request that may change something comes from another site's page. Browsers always say where a request comes
 * from when it can change something: `Sec-Fetch-Site`, or `Origin` in those of before 2023. What says neither is no browser
 * and carries nobody's session but its own.
 */
export function isForeign(request: { method: string; url: string; headers: Headers }): boolean {
  const { method, url, headers } = request;
  if (changeless.has(method) || signedDoors.test(new URL(url).pathname)) return false;

  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return true;
  const origin = headers.get("origin");
  if (origin === null) return false;
  return !URL.canParse(origin) || new URL(origin).host !== readOwnHost(request);
}
