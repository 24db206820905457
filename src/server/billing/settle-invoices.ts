import { plans } from "~/catalog/plans";
import type { Db } from "~/kysely/database";
import type { InvoiceStatus, InvoiceTable } from "~/kysely/schema";
import { postEntry } from "~/server/credits/post-entry";
import { lockBalance } from "~/server/credits/queries";
import { newId } from "~/server/new-id";
import type { SellerInvoice } from "~/server/vendors/lemonsqueezy-objects";
import type { Selectable } from "kysely";

import { priceInvoice } from "./price-invoice";
import type { InvoiceContext } from "./price-invoice";
import { listInvoicesOf } from "./queries";
import type { PaidPlanId } from "./sold-plans";

type Invoice = Selectable<InvoiceTable>;

export interface InvoicesToSettle {
  userId: string;
  /** Our id. */
  subscriptionId: string;
  invoices: readonly SellerInvoice[];
  bought: PaidPlanId | undefined;
  current: PaidPlanId;
}

/**
 * Brings the credits of a subscription's invoices: each paid one once, each refund once, in the order in which they
 * happened at the seller and not in the one in which we heard of them. Needs the caller's transaction and the lock on
 * the user's account.
 *
 * @returns what it changed, for people.
 */
export async function settleInvoices(trx: Db, input: InvoicesToSettle): Promise<string[]> {
  const { userId, subscriptionId } = input;
  const rows = new Map(
    (await listInvoicesOf(trx, subscriptionId)).map((invoice) => [invoice.providerId, invoice]),
  );
  const changes: string[] = [];

  for (const fact of orderFacts(input.invoices)) {
    const { invoice } = fact;
    const row = rows.get(invoice.id) ?? (await insertInvoice(trx, { userId, subscriptionId, invoice }));
    const settled = [...rows.values()].filter(
      (known) => known.id !== row.id && known.issuedAt <= row.issuedAt,
    );
    rows.set(invoice.id, row);

    if (fact.kind === "seen") await moveOn(trx, row, invoice);
    if (fact.kind === "paid" && row.plan === null) {
      const context = { bought: input.bought, current: input.current, settled };
      changes.push(await grant(trx, { row, invoice, context }));
    }
    if (fact.kind === "refunded") changes.push(...(await takeBack(trx, row, invoice)));
  }
  return changes;
}

interface Fact {
  kind: "seen" | "paid" | "refunded";
  at: Date;
  invoice: SellerInvoice;
}

const kindOrder = { seen: 0, paid: 1, refunded: 2 } as const satisfies Record<Fact["kind"], number>;
const wasPaid = new Set<InvoiceStatus>(["paid", "partial_refund", "refunded"]);

/** What happened to invoices, in the seller's order; its clock shows whole seconds, and its ids count up. */
function orderFacts(invoices: readonly SellerInvoice[]): Fact[] {
  const facts = invoices.flatMap((invoice): Fact[] => {
    const { status, createdAt, updatedAt, refundedAt, refundedCents } = invoice;
    // A failed payment that comes later changes the invoice then; a refund hides when that was.
    const paidAt = status === "paid" ? updatedAt : createdAt;
    return [
      { kind: "seen", at: createdAt, invoice },
      ...(wasPaid.has(status) ? [{ kind: "paid", at: paidAt, invoice } as const] : []),
      ...(refundedCents > 0 || status === "refunded"
        ? [{ kind: "refunded", at: refundedAt ?? updatedAt, invoice } as const]
        : []),
    ];
  });
  return facts.toSorted(
    (a, b) =>
      a.at.getTime() - b.at.getTime() ||
      Number(a.invoice.id) - Number(b.invoice.id) ||
      kindOrder[a.kind] - kindOrder[b.kind],
  );
}

async function insertInvoice(
  trx: Db,
  input: { userId: string; subscriptionId: string; invoice: SellerInvoice },
): Promise<Invoice> {
  const { userId, subscriptionId, invoice } = input;
  return trx
    .insertInto("invoice")
    .values({
      id: newId(),
      userId,
      subscriptionId,
      providerId: invoice.id,
      reason: invoice.reason,
      status: invoice.status,
      plan: null,
      currency: invoice.currency,
      totalCents: invoice.totalCents,
      issuedAt: invoice.createdAt,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

const statusOrder = {
  pending: 0,
  void: 1,
  paid: 2,
  partial_refund: 3,
  refunded: 4,
} as const satisfies Record<InvoiceStatus, number>;

/** An invoice only moves on: an older look must not take it back. */
async function moveOn(trx: Db, row: Invoice, invoice: SellerInvoice): Promise<void> {
  const isOn = statusOrder[invoice.status] > statusOrder[row.status];
  const isSameDate = row.issuedAt.getTime() === invoice.createdAt.getTime();
  if (!isOn && isSameDate) return;
  if (isOn) row.status = invoice.status;
  row.issuedAt = invoice.createdAt;
  await trx
    .updateTable("invoice")
    .set({ status: row.status, issuedAt: row.issuedAt })
    .where("id", "=", row.id)
    .execute();
}

/** Once an invoice: its row has no plan until it has been granted, and its entry is named after it. */
async function grant(
  trx: Db,
  input: { row: Invoice; invoice: SellerInvoice; context: InvoiceContext },
): Promise<string> {
  const { row, invoice, context } = input;
  const worth = priceInvoice({ ...invoice, issuedAt: row.issuedAt }, context);
  const { name } = plans[worth.plan];
  const ref = invoice.id;

  const balance = await lockBalance(trx, row.userId);
  if (worth.keep !== null && balance > worth.keep) {
    const note = `Not rolled over: up to ${worth.keep} credits of a month stay for the next`;
    await postEntry(trx, {
      userId: row.userId,
      amount: worth.keep - balance,
      reason: "roll-over",
      ref,
      note,
    });
  }
  if (worth.grant > 0) {
    const note =
      invoice.reason === "updated"
        ? `${name}: more credits for the rest of the month`
        : `${name}: credits of this month`;
    await postEntry(trx, { userId: row.userId, amount: worth.grant, reason: "grant", ref, note });
  }
  row.plan = worth.plan;
  row.granted = worth.grant;
  await trx
    .updateTable("invoice")
    .set({ plan: worth.plan, granted: worth.grant })
    .where("id", "=", row.id)
    .execute();
  return `invoice ${invoice.id}: ${worth.grant} credits granted`;
}

/** Takes back the refunded share of what an invoice brought, as far as it is still there, and notes the rest. */
async function takeBack(trx: Db, row: Invoice, invoice: SellerInvoice): Promise<string[]> {
  if (invoice.refundedCents < row.refundedCents) return [];
  const share = invoice.totalCents === 0 ? 1 : Math.min(1, invoice.refundedCents / invoice.totalCents);
  const due = Math.round(row.granted * share) - row.takenBack - row.short;
  if (due <= 0 && invoice.refundedCents === row.refundedCents) return [];

  const taken = Math.min(Math.max(0, due), await lockBalance(trx, row.userId));
  if (taken > 0) {
    await postEntry(trx, {
      userId: row.userId,
      amount: -taken,
      reason: "take-back",
      ref: `${invoice.id}:${invoice.refundedCents}`,
      note: "Taken back: its payment was refunded",
    });
  }
  row.takenBack += taken;
  row.short += Math.max(0, due) - taken;
  row.refundedCents = invoice.refundedCents;
  await trx
    .updateTable("invoice")
    .set({ takenBack: row.takenBack, short: row.short, refundedCents: row.refundedCents })
    .where("id", "=", row.id)
    .execute();
  return [`invoice ${invoice.id}: refunded, ${taken} credits taken back, ${row.short} already spent`];
}
