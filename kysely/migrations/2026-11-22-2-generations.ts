import { sql } from "kysely";
import type { Kysely } from "kysely";

import { withCreatedAt, withUserId } from "./columns";

/** Generations and pictures, the ledger of credits, and what selling needs. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createGenerations(db);
  await createCredits(db);
  await createBilling(db);
}

async function createGenerations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("generation")
    .addColumn("id", "uuid", (c) => c.primaryKey())
    .$call(withUserId)
    .addColumn("request_id", "uuid", (c) => c.notNull())
    .addColumn("model_id", "uuid", (c) => c.references("model.id").onDelete("set null"))
    .addColumn("model_name", "text")
    .addColumn("flux_model", "text", (c) => c.notNull())
    .addColumn("status", "text", (c) =>
      c
        .notNull()
        .defaultTo("queued")
        .check(sql`status in ('queued', 'generating', 'done')`),
    )
    .addColumn("prompt", "text", (c) => c.notNull())
    .addColumn("style", "text", (c) => c.notNull())
    .addColumn("aspect", "text", (c) => c.notNull())
    .addColumn("count", "integer", (c) => c.notNull().check(sql`count between 1 and 4`))
    .addColumn("steps", "integer")
    .addColumn("guidance", "double precision")
    .addColumn("seed", "bigint", (c) => c.notNull())
    .addColumn("price", "integer", (c) => c.notNull().check(sql`price >= 0`))
    .addColumn("deadline_at", "timestamptz", (c) => c.notNull())
    .$call(withCreatedAt)
    .addUniqueConstraint("generation_once_a_press", ["user_id", "request_id"])
    .execute();
  await db.schema.createIndex("generation_of_user").on("generation").columns(["user_id", "id"]).execute();
  await db.schema.createIndex("generation_of_model").on("generation").column("model_id").execute();
  await db.schema
    .createIndex("generation_unfinished")
    .on("generation")
    .column("deadline_at")
    .where(sql.ref("status"), "!=", sql.lit("done"))
    .execute();

  await db.schema
    .createTable("picture")
    .addColumn("id", "uuid", (c) => c.primaryKey())
    .$call(withUserId)
    .addColumn("generation_id", "uuid", (c) => c.notNull().references("generation.id").onDelete("cascade"))
    .addColumn("position", "integer", (c) => c.notNull().check(sql`position between 0 and 3`))
    .addColumn("status", "text", (c) =>
      c
        .notNull()
        .defaultTo("queued")
        .check(sql`status in ('queued', 'ready', 'failed', 'refused')`),
    )
    .addColumn("seed", "bigint", (c) => c.notNull())
    .addColumn("storage_key", "text", (c) => c.unique())
    .addColumn("thumbnail_key", "text", (c) => c.unique())
    .addColumn("width_px", "integer")
    .addColumn("height_px", "integer")
    .addColumn("bytes", "integer")
    .addColumn("failure", "text")
    .addColumn("finished_at", "timestamptz")
    .$call(withCreatedAt)
    .addUniqueConstraint("picture_once_a_position", ["generation_id", "position"])
    .execute();
  await db.schema
    .createIndex("picture_of_user")
    .on("picture")
    .columns(["user_id", "id"])
    .where(sql.ref("status"), "=", sql.lit("ready"))
    .execute();
}

async function createCredits(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("credit_account")
    .addColumn("user_id", "text", (c) => c.primaryKey().references("app_user.id").onDelete("cascade"))
    .addColumn("balance", "integer", (c) =>
      c
        .notNull()
        .defaultTo(0)
        .check(sql`balance >= 0`),
    )
    .execute();

  await db.schema
    .createTable("credit_entry")
    .addColumn("id", "uuid", (c) => c.primaryKey())
    .$call(withUserId)
    .addColumn("amount", "integer", (c) => c.notNull().check(sql`amount <> 0`))
    .addColumn("reason", "text", (c) => c.notNull())
    .addColumn("ref", "text", (c) => c.notNull())
    .addColumn("note", "text", (c) => c.notNull())
    .addColumn("balance_after", "integer", (c) => c.notNull().check(sql`balance_after >= 0`))
    .$call(withCreatedAt)
    .addUniqueConstraint("credit_entry_once", ["reason", "ref"])
    .execute();
  await db.schema.createIndex("credit_entry_of_user").on("credit_entry").columns(["user_id", "id"]).execute();
}

async function createBilling(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("subscription")
    .addColumn("id", "uuid", (c) => c.primaryKey())
    .$call(withUserId)
    .addColumn("plan", "text", (c) => c.notNull())
    .addColumn("status", "text", (c) => c.notNull())
    .addColumn("provider_id", "text", (c) => c.unique())
    .addColumn("renews_at", "timestamptz")
    .addColumn("ends_at", "timestamptz")
    .$call(withCreatedAt)
    .execute();
  await db.schema.createIndex("subscription_of_user").on("subscription").column("user_id").execute();

  await db.schema
    .createTable("billing_event")
    .addColumn("id", "uuid", (c) => c.primaryKey())
    .addColumn("event_id", "text", (c) => c.notNull().unique())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("body", "jsonb", (c) => c.notNull())
    .addColumn("applied_at", "timestamptz")
    .$call(withCreatedAt)
    .execute();
}
