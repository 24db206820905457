import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import type { BillingOutcome } from "~/kysely/schema";
import { newId } from "~/server/new-id";
import { isErased } from "~/server/privacy/is-erased";
import type { SellerEvent } from "~/server/vendors/lemonsqueezy-webhook";

import { applyLook } from "./apply-look";
import type { Look } from "./look-at-seller";

/** What became of an event: `duplicate` was applied before. */
export type EventOutcome = BillingOutcome | "duplicate";

/** These need a person: they stay open, and the same delivery sent again is tried again. */
const open = new Set<BillingOutcome>(["unknown-variant", "unclaimed", "user-gone", "unknown-subscription"]);

/**
 * Writes an event down and applies what was seen at the seller since it came, together or not at all. Copies of it wait
 * for each other, and all but one do nothing.
 */
export async function applyEvent(
  db: Db,
  { event, looks }: { event: SellerEvent; looks: readonly (Look | undefined)[] },
): Promise<EventOutcome> {
  return inTransaction(db, async (trx) => {
    if (!(await recordEvent(trx, event))) return "duplicate";

    let outcome: BillingOutcome = event.about.is === "nothing-sold" ? "ignored" : "unknown-subscription";
    const changes: string[] = [];
    for (const look of looks) {
      if (!look) continue;
      const applied = await applyLook(trx, look, event.purchase);
      outcome = applied.outcome;
      changes.push(...applied.changes);
    }
    await trx
      .updateTable("billingEvent")
      .set({
        outcome,
        appliedAt: open.has(outcome) ? null : new Date(),
        // Of someone who was erased nothing is kept, not even their number.
        ...((await isOfErasedUser(trx, event, outcome)) && { body: "{}" }),
      })
      .where("eventId", "=", event.id)
      .execute();
    return outcome;
  });
}

async function isOfErasedUser(trx: Db, event: SellerEvent, outcome: BillingOutcome): Promise<boolean> {
  if (outcome === "erased") return true;
  const userId = event.purchase.userId;
  return outcome === "ignored" && userId !== undefined && (await isErased(trx, userId));
}

/** Whether a copy of an event has been applied. */
export async function isApplied(db: Db, eventId: string): Promise<boolean> {
  const known = await db
    .selectFrom("billingEvent")
    .select("appliedAt")
    .where("eventId", "=", eventId)
    .executeTakeFirst();
  return known?.appliedAt != null;
}

/** Keeps the event's row locked until the transaction ends. @returns false when it has been applied. */
async function recordEvent(trx: Db, event: SellerEvent): Promise<boolean> {
  const { appliedAt } = await trx
    .insertInto("billingEvent")
    .values({ id: newId(), eventId: event.id, name: event.name, body: JSON.stringify(event.body) })
    .onConflict((conflict) => conflict.column("eventId").doUpdateSet({ name: event.name }))
    .returning("appliedAt")
    .executeTakeFirstOrThrow();
  return appliedAt === null;
}
