import { describe, expect } from "vitest";

import type { Db } from "~/kysely/database";
import { test } from "~/kysely/testing/test";
import { findBalance } from "~/server/credits/queries";
import { ensureUser } from "~/server/users/ensure-user";

import { comparedKinds, comparePage, repairSubscription } from "./reconcile";
import { act, buy, deliverAll } from "./testing/seller";

/** What the function of that name orders. The seller's other subscriptions are other tests' and drift for ever here. */
async function reconcile(db: Db, providerId: string) {
  const drifted = new Set<string>();
  for (const kind of comparedKinds) {
    for (let number = 1, last = 1; number <= last; number++) {
      const page = await comparePage(db, { kind, number });
      for (const id of page.driftedIds) drifted.add(id);
      last = page.lastPage;
    }
  }
  return drifted.has(providerId) ? repairSubscription(db, { providerId }) : undefined;
}

describe("the reconciler", () => {
  test("finds nothing to do where every event has come", async ({ db, userId }) => {
    await ensureUser(db, { id: userId });
    const id = await buy(db, { userId, plan: "creator" });
    await deliverAll(db, userId);
    expect(await reconcile(db, id)).toBeUndefined();
  });

  test("brings in a purchase of which nothing was heard, by who was sent to the checkout", async ({
    db,
    userId,
  }) => {
    // The stand-in's buyer writes this address, in letters of another size.
    await ensureUser(db, { id: userId, email: "Ada@Example.test" });
    const id = await buy(db, { userId, plan: "creator" });
    const said = await reconcile(db, id);
    expect(said).toEqual([
      `subscription ${id}: creator, active`,
      expect.stringMatching(/^invoice \d+: 200 credits granted$/),
    ]);
    expect(await findBalance(db, userId)).toBe(203);
    const event = await db
      .selectFrom("billingEvent")
      .selectAll()
      .where("eventId", "like", `reconciled:${id}:%`)
      .executeTakeFirstOrThrow();
    expect(event).toMatchObject({ outcome: "reconciled", body: { subscription: id, changes: said } });
    expect(await reconcile(db, id)).toBeUndefined();
  });

  test("leaves a purchase of no one it knows to a person", async ({ db, userId }) => {
    await ensureUser(db, { id: userId, email: "someone.else@example.test" });
    const id = await buy(db, { userId, plan: "creator" });
    expect(await reconcile(db, id)).toEqual([`subscription ${id}: unclaimed`]);
    expect(await findBalance(db, userId)).toBe(3);
  });

  test("brings in a lost renewal, cancellation, refund and end", async ({ db, userId }) => {
    await ensureUser(db, { id: userId });
    const id = await buy(db, { userId, plan: "creator" });
    const subscription = Number(id);
    await deliverAll(db, userId);

    await act({ act: "renew", subscription });
    expect((await reconcile(db, id))?.join()).toMatch(/renewal date,invoice \d+: 200 credits granted/);
    expect(await findBalance(db, userId)).toBe(400);

    await act({ act: "refund", subscription });
    expect((await reconcile(db, id))?.join()).toMatch(/refunded, 200 credits taken back, 0 already spent/);

    await act({ act: "cancel", subscription });
    expect((await reconcile(db, id))?.join()).toMatch(/active → cancelled/);

    await act({ act: "expire", subscription });
    expect((await reconcile(db, id))?.join()).toMatch(/cancelled → expired/);
    expect(await reconcile(db, id)).toBeUndefined();
  });
});
