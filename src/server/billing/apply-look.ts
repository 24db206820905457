import type { Db } from "~/kysely/database";
import { lockBalance } from "~/server/credits/queries";
import { newId } from "~/server/new-id";
import { isOfErased } from "~/server/privacy/retain-invoices";
import type { SellerInvoice, SellerOrder } from "~/server/vendors/lemonsqueezy-objects";

import { findOwner } from "./find-owner";
import type { Purchase } from "./find-owner";
import type { Look } from "./look-at-seller";
import { keepInvoices } from "./keep-invoices";
import { findByProviderId } from "./queries";
import { settleInvoices } from "./settle-invoices";
import { planOfVariant } from "./sold-plans";
import type { PaidPlanId } from "./sold-plans";

export interface Applied {
  outcome: "applied" | "erased" | "unknown-variant" | "unclaimed" | "user-gone" | "not-theirs";
  /** What it changed, for people; empty when all was known. */
  changes: string[];
}

/**
 * Makes our rows and a user's credits what the seller says. Safe to repeat, and with looks in any order: a subscription
 * only moves to a later look, an invoice only moves on. Needs the caller's transaction.
 */
export async function applyLook(trx: Db, look: Look, purchase?: Purchase): Promise<Applied> {
  const { subscription } = look;
  const known = await findByProviderId(trx, subscription.id);
  if (!known && (await isOfErased(trx, subscription.id))) {
    await keepInvoices(trx, withOrderRefund(look.invoices, look.order));
    return { outcome: "erased", changes: [] };
  }
  const owner = known
    ? ({ is: "found", userId: known.userId } as const)
    : await findOwner(trx, { subscription, purchase });
  if (owner.is !== "found") return { outcome: owner.is, changes: [] };

  const { userId } = owner;
  // One lock per user, as for spending: what follows sees all that was applied before it.
  await lockBalance(trx, userId);
  const plan = planOfVariant(subscription.variantId);
  const saved = await saveSubscription(trx, { userId, look, plan });
  const invoiceChanges =
    saved.id === undefined || plan === undefined
      ? []
      : await settleInvoices(trx, {
          userId,
          subscriptionId: saved.id,
          invoices: withOrderRefund(look.invoices, look.order),
          bought: planOfVariant(look.order?.variantId ?? null),
          current: plan,
        });
  const isNotTheirs =
    known !== undefined && purchase?.userId !== undefined && purchase.userId !== known.userId;
  return {
    outcome: plan === undefined ? "unknown-variant" : isNotTheirs ? "not-theirs" : "applied",
    changes: [...saved.changes, ...invoiceChanges],
  };
}

async function saveSubscription(
  trx: Db,
  input: { userId: string; look: Look; plan: PaidPlanId | undefined },
): Promise<{ id: string | undefined; changes: string[] }> {
  const { userId, look, plan } = input;
  const { subscription: seller } = look;
  // Read again: under the lock it is what the last one left.
  const row = await findByProviderId(trx, seller.id);
  const shown = {
    status: seller.status,
    customerId: seller.customerId,
    orderId: seller.orderId,
    renewsAt: seller.renewsAt,
    endsAt: seller.endsAt,
    providerUpdatedAt: seller.updatedAt,
    look: look.number,
  };
  if (!row) {
    if (!plan) return { id: undefined, changes: [] };
    const id = newId();
    await trx
      .insertInto("subscription")
      .values({ id, userId, plan, providerId: seller.id, ...shown })
      .execute();
    const paidAt = new Date();
    await trx
      .updateTable("checkout")
      .set({ paidAt })
      .where("userId", "=", userId)
      .where("paidAt", "is", null)
      .execute();
    return { id, changes: [`subscription ${seller.id}: ${plan}, ${seller.status}`] };
  }
  if (!isLater(look, row)) return { id: row.id, changes: [] };

  await trx
    .updateTable("subscription")
    .set({ ...shown, ...(plan && { plan }) })
    .where("id", "=", row.id)
    .execute();
  const changes = [
    ...(plan && plan !== row.plan ? [`subscription ${seller.id}: ${row.plan} → ${plan}`] : []),
    ...(seller.status === row.status ? [] : [`subscription ${seller.id}: ${row.status} → ${seller.status}`]),
    ...(isSameInstant(seller.renewsAt, row.renewsAt) ? [] : [`subscription ${seller.id}: renewal date`]),
    ...(isSameInstant(seller.endsAt, row.endsAt) ? [] : [`subscription ${seller.id}: end date`]),
  ];
  return { id: row.id, changes };
}

/** The seller's clock shows whole seconds; within one, the later question has the later answer. */
function isLater(look: Look, row: { providerUpdatedAt: Date | null; look: string }): boolean {
  const was = row.providerUpdatedAt?.getTime() ?? 0;
  const is = look.subscription.updatedAt.getTime();
  return is === was ? BigInt(look.number) > BigInt(row.look) : is > was;
}

export function isSameInstant(a: Date | null, b: Date | null): boolean {
  return a?.getTime() === b?.getTime();
}

/** A purchase can be refunded as an order: then its first invoice is. */
function withOrderRefund(
  invoices: readonly SellerInvoice[],
  order: SellerOrder | undefined,
): readonly SellerInvoice[] {
  if (!order || order.refundedCents === 0) return invoices;
  const isWhole = order.refundedCents >= order.totalCents;
  return invoices.map((invoice) => {
    if (invoice.reason !== "initial" || invoice.refundedCents >= order.refundedCents) return invoice;
    return {
      ...invoice,
      status: isWhole ? "refunded" : "partial_refund",
      refundedCents: isWhole ? invoice.totalCents : order.refundedCents,
      refundedAt: order.refundedAt ?? invoice.refundedAt,
    };
  });
}
