import { sql } from "kysely";

import { invoiceYears } from "~/catalog/retention";
import type { Db } from "~/kysely/database";

/**
 * Keeps a user's invoices for the books, without whose they were, and the numbers of their subscriptions, so that late
 * news of them is known for what it is. Needs the caller's transaction. Safe to repeat.
 */
export async function retainInvoices(trx: Db, userId: string): Promise<void> {
  await sql`
    insert into retained_invoice
      (id, provider_id, status, plan, currency, total_cents, refunded_cents, issued_at, kept_until)
    select id, provider_id, status, plan, currency, total_cents, refunded_cents, issued_at,
      issued_at + make_interval(years => ${invoiceYears})
    from invoice where user_id = ${userId}
    on conflict (provider_id) do nothing
  `.execute(trx);
  await sql`
    insert into erased_subscription (provider_id)
    select provider_id from subscription where user_id = ${userId} and provider_id is not null
    on conflict do nothing
  `.execute(trx);
}

/** Whether a subscription's owner was erased. */
export async function isOfErased(db: Db, providerId: string): Promise<boolean> {
  const row = await db
    .selectFrom("erasedSubscription")
    .select("providerId")
    .where("providerId", "=", providerId)
    .executeTakeFirst();
  return row !== undefined;
}
