import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import { newId } from "~/server/new-id";
import { pageInvoices, pageOrders, pageSubscriptions } from "~/server/vendors/lemonsqueezy";
import type { Page } from "~/server/vendors/lemonsqueezy";
import { logProblem } from "~/server/request-id";

import { applyLook } from "./apply-look";
import {
  findDriftedSubscriptions,
  findSubscriptionsOfDriftedInvoices,
  findSubscriptionsOfRefundedOrders,
} from "./find-drift";
import { lookAtSeller } from "./look-at-seller";
import { listSoldPlans } from "./sold-plans";

export const comparedKinds = ["subscriptions", "invoices", "orders"] as const;
export type ComparedKind = (typeof comparedKinds)[number];

/** What comparing one page found: small enough for a step's state. */
export interface Comparison {
  /** Things of that kind on the page. */
  compared: number;
  /** The seller's ids of subscriptions to repair. */
  driftedIds: string[];
  lastPage: number;
}

/** Whether there is anything to compare: where nothing is sold, there is not. */
export function isSelling(): boolean {
  return listSoldPlans().length > 0;
}

/** Compares one page of the seller's books with ours, numbered from 1. Changes nothing. */
export async function comparePage(
  db: Db,
  { kind, number }: { kind: ComparedKind; number: number },
): Promise<Comparison> {
  switch (kind) {
    case "subscriptions":
      return compare(await pageSubscriptions(number), (items) => findDriftedSubscriptions(db, items));
    case "invoices":
      return compare(await pageInvoices(number), (items) => findSubscriptionsOfDriftedInvoices(db, items));
    case "orders":
      return compare(await pageOrders(number), (items) => findSubscriptionsOfRefundedOrders(db, items));
  }
}

async function compare<T>(
  page: Page<T>,
  findDrifted: (items: readonly T[]) => Promise<string[]>,
): Promise<Comparison> {
  return {
    compared: page.items.length,
    driftedIds: await findDrifted(page.items),
    lastPage: page.lastPage,
  };
}

/**
 * Brings one subscription up to what the seller says, and writes down what a lost delivery had missed. Safe to repeat.
 *
 * @returns what it repaired or why it could not, for people; empty when nothing was amiss after all.
 */
export async function repairSubscription(db: Db, { providerId }: { providerId: string }): Promise<string[]> {
  const look = await lookAtSeller(db, providerId);
  if (!look) return [`subscription ${providerId}: Lemon Squeezy does not know it`];

  const said = await inTransaction(db, async (trx) => {
    const { outcome, changes } = await applyLook(trx, look);
    if (changes.length > 0) {
      await trx
        .insertInto("billingEvent")
        .values({
          id: newId(),
          eventId: `reconciled:${providerId}:${look.number}`,
          name: "reconciled",
          body: JSON.stringify({ subscription: providerId, changes }),
          outcome: "reconciled",
          appliedAt: new Date(),
        })
        .execute();
    }
    return outcome === "applied" ? changes : [...changes, `subscription ${providerId}: ${outcome}`];
  });
  for (const line of said) logProblem(`billing: reconciled ${line}`);
  return said;
}
