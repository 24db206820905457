import { createHmac, timingSafeEqual } from "node:crypto";
import type { Context } from "./context";

/** Seen in a real payload of 2025-11: `expires` lies six hours after the event. */
const VALID_FOR_S = 6 * 60 * 60;

type Signer = Pick<Context, "urlSecret" | "origin">;

/** A customer-facing address of ours that works without signing in, until it expires. */
export function signUrl({ urlSecret, origin }: Signer, path: string): string {
  const url = new URL(path, origin());
  url.searchParams.set("expires", String(Math.floor(Date.now() / 1000) + VALID_FOR_S));
  url.searchParams.set("signature", mac(urlSecret, url));
  return url.href;
}

/** Whether the address of a request is one that `signUrl` made and that has not expired. */
export function isSignedUrl({ urlSecret }: Signer, href: string): boolean {
  const url = new URL(href);
  const given = Buffer.from(url.searchParams.get("signature") ?? "");
  url.searchParams.delete("signature");
  const expected = Buffer.from(mac(urlSecret, url));
  const isGenuine = given.length === expected.length && timingSafeEqual(given, expected);
  return isGenuine && Number(url.searchParams.get("expires")) > Date.now() / 1000;
}

/** Over the path and query alone: the host is known by several names. */
function mac(secret: string, { pathname, searchParams }: URL): string {
  return createHmac("sha256", secret).update(`${pathname}?${searchParams.toString()}`).digest("hex");
}
