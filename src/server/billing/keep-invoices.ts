import type { Db } from "~/kysely/database";
import { invoiceYears } from "~/catalog/retention";
import { newId } from "~/server/new-id";
import type { SellerInvoice } from "~/server/vendors/lemonsqueezy-objects";

/** Keeps the invoices of an erased account as the seller has them now: a late one, a refund. Needs the caller's transaction. */
export async function keepInvoices(trx: Db, invoices: readonly SellerInvoice[]): Promise<void> {
  for (const {
    id: providerId,
    status,
    currency,
    totalCents,
    refundedCents,
    createdAt: issuedAt,
  } of invoices) {
    const keptUntil = new Date(issuedAt);
    keptUntil.setUTCFullYear(keptUntil.getUTCFullYear() + invoiceYears);
    const moved = { status, refundedCents };
    await trx
      .insertInto("retainedInvoice")
      .values({ id: newId(), providerId, plan: null, currency, totalCents, issuedAt, keptUntil, ...moved })
      .onConflict((conflict) => conflict.column("providerId").doUpdateSet(moved))
      .execute();
  }
}
