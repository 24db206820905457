import { createHash } from "node:crypto";

import { cutOutSubject } from "./cut-out-subject";
import type { CutOut } from "./cut-out-subject";

// About 4 MB each.
const REMEMBERED = 16;

const cutOuts = new Map<string, Promise<CutOut>>();

/** As `cutOutSubject`, but a photo seen lately is not cut out again: a model's photos come with every request. */
export function rememberCutOut(photo: Buffer, maxHeightPx: number): Promise<CutOut> {
  const key = `${createHash("sha1").update(photo).digest("base64")} ${String(maxHeightPx)}`;
  const known = cutOuts.get(key);
  const cutOut = known ?? cutOutSubject(photo, maxHeightPx);
  // Putting it back makes it the youngest; the oldest goes.
  cutOuts.delete(key);
  cutOuts.set(key, cutOut);
  const [oldest] = cutOuts.keys();
  if (cutOuts.size > REMEMBERED && oldest !== undefined) cutOuts.delete(oldest);
  cutOut.catch(() => cutOuts.delete(key));
  return cutOut;
}
