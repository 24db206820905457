import { photoThresholds } from "~/catalog/photo-rules";

import { distance } from "./perceptual-hash";

/**
 * Which photos look like one that came before them, so that one of each group stays unmarked.
 *
 * @param hashes of each photo, in order; empty for one that was not measured
 * @returns for each photo, the place of the first one it looks like; null when there is none
 */
export function findAlike(hashes: readonly (readonly string[])[]): (number | null)[] {
  const firsts: (number | null)[] = [];
  for (const [at, own] of hashes.entries()) {
    const twin = hashes.slice(0, at).findIndex((other) => distance(own, other) <= photoThresholds.alikeBits);
    // Of three copies the third looks like the first, not like the second.
    firsts.push(twin === -1 ? null : (firsts[twin] ?? twin));
  }
  return firsts;
}
