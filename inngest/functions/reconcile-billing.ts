import { cron } from "inngest";

import { sharedDb } from "~/kysely/shared";
import { comparedKinds, comparePage, isSelling, repairSubscription } from "~/server/billing/reconcile";

import { inngest } from "../client";
import { settle } from "../settle";

/** Compares our books with the seller's, and brings in what a lost delivery missed. Its result says what it repaired. */
export const reconcileBilling = inngest.createFunction(
  { id: "reconcile-billing", triggers: [cron("*/15 * * * *")], retries: 3, concurrency: 1 },
  async ({ step }) => {
    if (!isSelling()) return { compared: 0, repaired: [] };
    let compared = 0;
    const driftedIds = new Set<string>();
    for (const kind of comparedKinds) {
      for (let number = 1, last = 1; number <= last; number++) {
        const page = await step.run(`compare-${kind}-${number}`, () =>
          settle(comparePage(sharedDb(), { kind, number })),
        );
        compared += page.compared;
        for (const id of page.driftedIds) driftedIds.add(id);
        last = page.lastPage;
      }
    }

    const repaired: string[] = [];
    for (const providerId of driftedIds) {
      repaired.push(
        ...(await step.run(`repair-${providerId}`, () =>
          settle(repairSubscription(sharedDb(), { providerId })),
        )),
      );
    }
    return { compared, repaired };
  },
);
