import type { Db } from "~/kysely/database";
import { signFileUrl, VIEW_SECONDS } from "~/server/vendors/uploadthing-read";

import { findShared } from "./find-shared";
import type { SharedPicture } from "./find-shared";

/** Said to whoever asks: not to be kept, listed, or named to other sites. */
export const shareHeaders = {
  "cache-control": "private, no-store",
  "x-robots-tag": "noindex, nofollow",
  "referrer-policy": "no-referrer",
} as const;

/** Sends whoever has a share link to an address of its picture that works for 60 seconds; 410 once it is revoked, 404 for no link. */
export async function answerShared(db: Db, token: string): Promise<Response> {
  const shared = await findShared(db, token);
  if (!isThere(shared)) return refuseShared(shared);
  const location = await signFileUrl(shared.storageKey, VIEW_SECONDS);
  return new Response(null, { status: 302, headers: { location, ...shareHeaders } });
}

/** Whether a link still leads to a picture. */
export function isThere(shared: SharedPicture | "gone" | undefined): shared is SharedPicture {
  return shared !== undefined && shared !== "gone";
}

/** The answer for a link that leads nowhere. */
export function refuseShared(shared: "gone" | undefined): Response {
  return shared === "gone"
    ? new Response("This picture is no longer shared.", { status: 410, headers: shareHeaders })
    : new Response("Not found.", { status: 404, headers: shareHeaders });
}
