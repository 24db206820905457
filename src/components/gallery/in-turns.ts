import { galleryRules } from "~/catalog/gallery-rules";

/** Hands over ids in as many calls as the server's bound asks for, one after another; stops at the first that fails. */
export async function inTurns(ids: string[], call: (ids: string[]) => Promise<unknown>): Promise<void> {
  const { maxPicturesACall } = galleryRules;
  for (let at = 0; at < ids.length; at += maxPicturesACall) await call(ids.slice(at, at + maxPicturesACall));
}
