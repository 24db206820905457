import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";

import { applyLook } from "./apply-look";
import type { Applied } from "./apply-look";
import { lookAtSeller } from "./look-at-seller";

/**
 * Brings one subscription up to what the seller says now. Safe to repeat.
 *
 * @returns what became of it; undefined when the seller does not know it.
 * @throws Failure VENDOR_BUSY, VENDOR_UNAVAILABLE
 */
export async function syncSubscription(
  db: Db,
  { providerId }: { providerId: string },
): Promise<Applied | undefined> {
  const look = await lookAtSeller(db, providerId);
  return look && inTransaction(db, (trx) => applyLook(trx, look));
}
