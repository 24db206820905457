import type { Db } from "~/kysely/database";
import type { SellerInvoice, SellerOrder, SellerSubscription } from "~/server/vendors/lemonsqueezy-objects";

import { isSameInstant } from "./apply-look";
import { planOfVariant } from "./sold-plans";

/** The seller's ids of the subscriptions, among these, that we have otherwise or not at all. */
export async function findDriftedSubscriptions(
  db: Db,
  subscriptions: readonly SellerSubscription[],
): Promise<string[]> {
  if (subscriptions.length === 0) return [];
  const ids = subscriptions.map((subscription) => subscription.id);
  const rows = await db
    .selectFrom("subscription")
    .select(["providerId", "plan", "status", "renewsAt", "endsAt"])
    .where("providerId", "in", ids)
    .execute();
  const known = new Map(rows.map((row) => [row.providerId, row]));
  const erased = await listErased(db, ids);
  return subscriptions
    .filter((seller) => {
      if (erased.has(seller.id)) return false;
      const row = known.get(seller.id);
      const isSame =
        row?.status === seller.status &&
        row.plan === planOfVariant(seller.variantId) &&
        isSameInstant(row.renewsAt, seller.renewsAt) &&
        isSameInstant(row.endsAt, seller.endsAt);
      return !isSame;
    })
    .map((seller) => seller.id);
}

/** The seller's ids of the subscriptions of which we lack one of these invoices, or what became of it. */
export async function findSubscriptionsOfDriftedInvoices(
  db: Db,
  invoices: readonly SellerInvoice[],
): Promise<string[]> {
  if (invoices.length === 0) return [];
  const ids = invoices.map((invoice) => invoice.id);
  const rows = await db
    .selectFrom("invoice")
    .select(["providerId", "status", "plan", "refundedCents"])
    .where("providerId", "in", ids)
    .execute();
  const known = new Map(rows.map((row) => [row.providerId, row]));
  const drifted = invoices.filter((seller) => {
    const row = known.get(seller.id);
    const isPaid = seller.status === "paid" || seller.refundedCents > 0;
    return (
      !row ||
      (row.status !== seller.status && row.status !== "refunded") ||
      (isPaid && row.plan === null) ||
      row.refundedCents < seller.refundedCents
    );
  });
  const subscriptionIds = [...new Set(drifted.map((seller) => seller.subscriptionId))];
  const erased = await listErased(db, subscriptionIds);
  return subscriptionIds.filter((id) => !erased.has(id));
}

/** Those of these subscriptions whose owner was erased: the books have nothing of them to compare. */
async function listErased(db: Db, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom("erasedSubscription")
    .select("providerId")
    .where("providerId", "in", ids)
    .execute();
  return new Set(rows.map((row) => row.providerId));
}

/** The seller's ids of our subscriptions whose purchase, among these, was refunded further than we know. */
export async function findSubscriptionsOfRefundedOrders(
  db: Db,
  orders: readonly SellerOrder[],
): Promise<string[]> {
  const refunded = new Map(
    orders.filter((order) => order.refundedCents > 0).map((order) => [order.id, order]),
  );
  if (refunded.size === 0) return [];
  const rows = await db
    .selectFrom("subscription")
    .innerJoin("invoice", "invoice.subscriptionId", "subscription.id")
    .select([
      "subscription.providerId",
      "subscription.orderId",
      "invoice.refundedCents",
      "invoice.totalCents",
    ])
    .where("subscription.orderId", "in", [...refunded.keys()])
    .where("invoice.reason", "=", "initial")
    .execute();
  return rows.flatMap((row) => {
    const refundedCents = refunded.get(row.orderId ?? "")?.refundedCents ?? 0;
    return row.refundedCents < Math.min(refundedCents, row.totalCents) ? (row.providerId ?? []) : [];
  });
}
