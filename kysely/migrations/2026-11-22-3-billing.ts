import { sql } from "kysely";
import type { Kysely } from "kysely";

import { withCreatedAt, withUserId } from "./columns";

/** What selling through Lemon Squeezy needs: its invoices, checkouts on their way, and what became of each event. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Every look at the seller takes a number before it asks, so that of two answers the later question wins.
  await sql`create sequence billing_look`.execute(db);

  await db.schema
    .alterTable("subscription")
    .addColumn("customer_id", "text")
    .addColumn("order_id", "text")
    .addColumn("provider_updated_at", "timestamptz")
    .addColumn("look", "bigint", (c) => c.notNull().defaultTo(0))
    .execute();

  await db.schema
    .createTable("invoice")
    .addColumn("id", "uuid", (c) => c.primaryKey())
    .$call(withUserId)
    .addColumn("subscription_id", "uuid", (c) =>
      c.notNull().references("subscription.id").onDelete("cascade"),
    )
    .addColumn("provider_id", "text", (c) => c.notNull().unique())
    .addColumn("reason", "text", (c) => c.notNull())
    .addColumn("status", "text", (c) => c.notNull())
    .addColumn("plan", "text")
    .addColumn("currency", "text", (c) => c.notNull())
    .addColumn("total_cents", "integer", (c) => c.notNull())
    .addColumn("refunded_cents", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("issued_at", "timestamptz", (c) => c.notNull())
    .addColumn("granted", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("taken_back", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("short", "integer", (c) => c.notNull().defaultTo(0))
    .$call(withCreatedAt)
    .addCheckConstraint(
      "invoice_credits",
      sql`granted >= 0 and taken_back >= 0 and short >= 0 and taken_back + short <= granted`,
    )
    .execute();
  await db.schema
    .createIndex("invoice_of_subscription")
    .on("invoice")
    .columns(["subscription_id", "issued_at"])
    .execute();
  await db.schema.createIndex("invoice_of_user").on("invoice").columns(["user_id", "issued_at"]).execute();

  await db.schema
    .createTable("checkout")
    .addColumn("id", "uuid", (c) => c.primaryKey())
    .$call(withUserId)
    .addColumn("plan", "text", (c) => c.notNull())
    .addColumn("paid_at", "timestamptz")
    .$call(withCreatedAt)
    .execute();
  await db.schema.createIndex("checkout_of_user").on("checkout").columns(["user_id", "id"]).execute();

  await db.schema.alterTable("billing_event").addColumn("outcome", "text").execute();
}
