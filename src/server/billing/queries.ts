import type { Db } from "~/kysely/database";

/** What the seller still speaks about: neither over nor given by hand. */
const over = ["expired"] as const;

const shown = ["id", "plan", "status", "providerId", "renewsAt", "endsAt"] as const;

/** A user's bought plan that can be managed, the newest when there are two; undefined without one. */
export function findSubscriptionOf(db: Db, userId: string) {
  return db
    .selectFrom("subscription")
    .select(shown)
    .where("userId", "=", userId)
    .where("status", "not in", over)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** A subscription by the seller's id, whoever's it is: for events. */
export function findByProviderId(db: Db, providerId: string) {
  return db.selectFrom("subscription").selectAll().where("providerId", "=", providerId).executeTakeFirst();
}

/** A subscription's invoices, oldest first by the seller's clock. */
export function listInvoicesOf(db: Db, subscriptionId: string) {
  return db
    .selectFrom("invoice")
    .selectAll()
    .where("subscriptionId", "=", subscriptionId)
    .orderBy("issuedAt")
    .orderBy("id")
    .execute();
}

/** A user's invoices for the page, newest first, at most `limit`. */
export function listInvoicesFor(db: Db, page: { userId: string; limit: number }) {
  return db
    .selectFrom("invoice")
    .select(["id", "plan", "reason", "status", "totalCents", "refundedCents", "currency", "issuedAt"])
    .select(["granted", "takenBack", "short"])
    .where("userId", "=", page.userId)
    .orderBy("issuedAt", "desc")
    .orderBy("id", "desc")
    .limit(page.limit)
    .execute();
}

/** A user's invoice by our id; undefined for anyone else's. */
export function findInvoiceOf(db: Db, owned: { userId: string; invoiceId: string }) {
  return db
    .selectFrom("invoice")
    .select(["id", "providerId", "status"])
    .where("id", "=", owned.invoiceId)
    .where("userId", "=", owned.userId)
    .executeTakeFirst();
}

/** The checkout a user was sent to after `since` and has not paid, the latest. */
export function findWaitingCheckout(db: Db, waiting: { userId: string; since: Date }) {
  return db
    .selectFrom("checkout")
    .select(["id", "plan", "createdAt"])
    .where("userId", "=", waiting.userId)
    .where("paidAt", "is", null)
    .where("createdAt", ">", waiting.since)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}
