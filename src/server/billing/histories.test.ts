import { neonConfig } from "@neondatabase/serverless";
import fc from "fast-check";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Kysely } from "kysely";
import ws from "ws";

import { connect } from "~/kysely/connect";
import { configureNeon } from "~/kysely/neon";
import type { Database } from "~/kysely/schema";

import { paidPlanIds } from "./sold-plans";
import type { Turn } from "./testing/books";
import { playHistory } from "./testing/play-history";
import type { Ending, Fate, History, Step } from "./testing/play-history";

/** `npm test` plays a few; `npm run test:histories` 2,000. */
const HISTORIES = inject("histories");
/** The database waits for the disk more than for a core. */
const AT_ONCE = 4;
const SECONDS_EACH = 10;

neonConfig.webSocketConstructor = ws;
configureNeon(inject("neonProxy"));

let db: Kysely<Database>;
beforeAll(() => {
  db = connect(inject("databaseUrl"), 12);
});
afterAll(async () => {
  await db.destroy();
});

const plan = fc.constantFrom(...paidPlanIds);
/** The seller's clock shows whole seconds: what moves money has a second of its own. */
const later = fc.integer({ min: 1, max: 12 * 24 * 3600 });
const atOnceOrLater = fc.oneof(fc.constant(0), later);

const turn: fc.Arbitrary<Turn> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant("buy"), plan, afterSeconds: later }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("change"), plan, afterSeconds: later }) },
  {
    weight: 9,
    arbitrary: fc.record({
      does: fc.constantFrom("renew", "renew", "renew", "fail", "recover"),
      afterSeconds: later,
    }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      does: fc.constantFrom("give-up", "cancel", "cancel", "resume", "resume", "expire"),
      afterSeconds: atOnceOrLater,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant("refund"),
      which: fc.oneof(fc.constant(0), fc.nat(5)),
      isWhole: fc.boolean(),
      asOrder: fc.boolean(),
      afterSeconds: later,
    }),
  },
);
const fate: fc.Arbitrary<Fate> = fc.record({
  isDropped: fc.nat(3).map((n) => n === 0),
  late: fc.constantFrom(0, 0, 0, 1, 2, 3),
  slow: fc.constantFrom(0, 0, 1, 2, 4),
  copies: fc.integer({ min: 1, max: 3 }),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      is: fc.constant("turn"),
      turn,
      fates: fc.array(fate, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      is: fc.constant("spends"),
      amounts: fc.array(fc.integer({ min: 1, max: 180 }), { minLength: 1, maxLength: 5 }),
    }),
  },
);
const kept = (given: Step): Step =>
  given.is === "spends"
    ? given
    : { ...given, fates: given.fates.map((one) => ({ ...one, isDropped: false })) };

/** Every history begins with a purchase; whether anything is spent or lost changes what can be compared. */
const history: fc.Arbitrary<History> = fc
  .tuple(
    fc.record({
      is: fc.constant("turn"),
      turn: fc.record({ does: fc.constant("buy"), plan, afterSeconds: later }),
      fates: fc.array(fate, { minLength: 1, maxLength: 4 }),
    }),
    fc.array(step, { maxLength: 12, size: "max" }),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([first, rest, isSpending, isLosing]) => {
    const steps = [first, ...rest.filter(({ is }) => isSpending || is === "turn")];
    return isLosing ? steps : steps.map(kept);
  });

function checkLedger({ balance, entries, invoices }: Ending): void {
  expect(balance).toBe(entries.reduce((sum, { amount }) => sum + amount, 0));
  expect(balance).toBeGreaterThanOrEqual(0);
  for (const { balanceAfter } of entries) expect(balanceAfter).toBeGreaterThanOrEqual(0);
  const granted = entries.filter(({ reason }) => reason === "grant").map(({ ref, amount }) => [ref, amount]);
  const owed = (invoices as { name: string; granted: number }[]) // as readEnding makes them
    .filter((invoice) => invoice.granted > 0)
    .map((invoice) => [invoice.name, invoice.granted]);
  expect(granted.toSorted()).toEqual(owed.toSorted());
}

async function check(played: History): Promise<void> {
  const wild = await playHistory(db, played, "wild");
  const inOrder = await playHistory(db, played, "in-order");
  checkLedger(wild);
  checkLedger(inOrder);
  expect({ subscriptions: wild.subscriptions, invoices: wild.invoices }).toEqual({
    subscriptions: inOrder.subscriptions,
    invoices: inOrder.invoices,
  });
  // What a spend finds depends on when it comes; without spends, and with one purchase, all is the same.
  const isSpending = played.some(({ is }) => is === "spends");
  if (isSpending || wild.subscriptions.length > 1) return;
  const facts = ({ entries }: Ending) =>
    entries.map(({ reason, ref, amount }) => `${reason} ${ref} ${amount}`).toSorted();
  expect(facts(wild)).toEqual(facts(inOrder));
}

test(
  `${HISTORIES} histories: however deliveries come, the ledger is right and the end is that of the right order`,
  async () => {
    const seed = inject("historiesSeed");
    const numRuns = Math.ceil(HISTORIES / AT_ONCE);
    await Promise.all(
      Array.from({ length: AT_ONCE }, (_, index) =>
        fc.assert(fc.asyncProperty(history, check), { numRuns, seed: seed + index }),
      ),
    );
  },
  60_000 + HISTORIES * SECONDS_EACH * 1000,
);
