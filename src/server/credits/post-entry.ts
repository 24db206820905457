import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import type { CreditReason } from "~/kysely/schema";
import { Failure } from "~/server/errors";
import { newId } from "~/server/new-id";
import { count } from "~/server/telemetry/measure";

import { findKnownRefs, insertEntries, insertEntry, lockBalance, updateBalance } from "./queries";

export interface Posting {
  userId: string;
  /** Whole credits: positive comes, negative goes, never 0. */
  amount: number;
  reason: CreditReason;
  /** What it is for; with `reason` it names the posting once and for all. */
  ref: string;
  /** For the ledger the user reads. */
  note: string;
}

/**
 * Moves credits, once per (reason, ref): the entry and the balance change together, and a replay changes nothing.
 * Joins the caller's transaction, so that what is paid for commits with its price.
 *
 * @returns the balance after it, in whole credits.
 * @throws Failure OUT_OF_CREDITS when the balance does not cover it; the transaction must roll back.
 */
export async function postEntry(db: Db, posting: Posting): Promise<number> {
  return inTransaction(db, async (trx) => {
    const balance = await lockBalance(trx, posting.userId);
    const balanceAfter = balance + posting.amount;
    // A replay is looked for even when the balance would no longer cover it: it was paid for then.
    const isNew = await insertEntry(trx, {
      id: newId(),
      ...posting,
      balanceAfter: Math.max(0, balanceAfter),
    });
    if (!isNew) return balance;
    if (balanceAfter < 0) {
      throw new Failure("OUT_OF_CREDITS", outOfCredits(-posting.amount, balance));
    }
    await updateBalance(trx, posting.userId, balanceAfter);
    // A caller that rolls back has been counted: the ledger is the truth, this is to see it move.
    count("likeness.credits", Math.abs(posting.amount), { reason: posting.reason });
    return balanceAfter;
  });
}

/**
 * Gives credits back for several things of one user in one go, each once per its id, as `postEntry` would one by one.
 *
 * @returns the credits that came back.
 */
export async function postRefunds(
  db: Db,
  refunds: { userId: string; note: string; of: readonly { ref: string; amount: number }[] },
): Promise<number> {
  const { userId, note } = refunds;
  const of = refunds.of.filter(({ amount }) => amount > 0);
  if (of.length === 0) return 0;
  return inTransaction(db, async (trx) => {
    const balance = await lockBalance(trx, userId);
    const known = await findKnownRefs(
      trx,
      "refund",
      of.map(({ ref }) => ref),
    );
    let balanceAfter = balance;
    const entries = of
      .filter(({ ref }) => !known.has(ref))
      .map(({ ref, amount }) => {
        balanceAfter += amount;
        return { id: newId(), userId, amount, reason: "refund" as const, ref, note, balanceAfter };
      });
    if (entries.length === 0) return 0;
    await insertEntries(trx, entries);
    await updateBalance(trx, userId, balanceAfter);
    count("likeness.credits", balanceAfter - balance, { reason: "refund" });
    return balanceAfter - balance;
  });
}

function outOfCredits(wanted: number, balance: number): string {
  const have = balance === 0 ? "none left" : `${balance} left`;
  return `This takes ${wanted} ${wanted === 1 ? "credit" : "credits"} and you have ${have}. Ask for fewer pictures or choose a larger plan.`;
}
