import { sql } from "kysely";
import type { CreateTableBuilder, Kysely } from "kysely";

/** The tables of the main job: people, models, photos, generations, pictures, credits, and what selling and erasing need. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("app_user")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("email", "text")
    .$call(withCreatedAt)
    .execute();

  await createModels(db);
  await createGenerations(db);
  await createCredits(db);
  await createBilling(db);

  await db.schema
    .createTable("deletion")
    .addColumn("id", "uuid", (c) => c.primaryKey())
    .addColumn("user_id", "text", (c) => c.notNull())
    .addColumn("subject", "text", (c) => c.notNull())
    .addColumn("subject_id", "text", (c) => c.notNull())
    .addColumn("file_keys", "jsonb", (c) => c.notNull())
    .addColumn("finished_at", "timestamptz")
    .$call(withCreatedAt)
    .execute();
  await db.schema
    .createIndex("deletion_unfinished")
    .on("deletion")
    .column("created_at")
    .where(sql.ref("finished_at"), "is", null)
    .execute();
}

async function createModels(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("model")
    .addColumn("id", "uuid", (c) => c.primaryKey())
    .$call(withUserId)
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("subject", "text", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull().check(sql`kind in ('instant', 'fine-tuned')`))
    .addColumn("status", "text", (c) =>
      c
        .notNull()
        .defaultTo("draft")
        .check(sql`status in ('draft', 'queued', 'training', 'ready', 'failed', 'cancelled')`),
    )
    .addColumn("attempt", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("trigger_word", "text", (c) => c.notNull().unique())
    .addColumn("step", "text")
    .addColumn("progress_percent", "integer", (c) =>
      c
        .notNull()
        .defaultTo(0)
        .check(sql`progress_percent between 0 and 100`),
    )
    .addColumn("expected_at", "timestamptz")
    .addColumn("deadline_at", "timestamptz")
    .addColumn("job_id", "text")
    .addColumn("dataset_key", "text")
    .addColumn("weights_key", "text")
    .addColumn("failure", "text")
    .addColumn("queued_at", "timestamptz")
    .addColumn("finished_at", "timestamptz")
    .$call(withCreatedAt)
    .execute();
  await db.schema.createIndex("model_of_user").on("model").columns(["user_id", "id"]).execute();
  await db.schema
    .createIndex("model_one_draft")
    .unique()
    .on("model")
    .column("user_id")
    .where(sql.ref("status"), "=", sql.lit("draft"))
    .execute();
  await db.schema
    .createIndex("model_unfinished")
    .on("model")
    .column("deadline_at")
    .where(sql.ref("status"), "in", [sql.lit("queued"), sql.lit("training")])
    .execute();

  await db.schema
    .createTable("photo")
    .addColumn("id", "uuid", (c) => c.primaryKey())
    .$call(withUserId)
    .addColumn("model_id", "uuid", (c) => c.notNull().references("model.id").onDelete("cascade"))
    .addColumn("status", "text", (c) =>
      c
        .notNull()
        .defaultTo("uploaded")
        .check(sql`status in ('uploaded', 'ready', 'refused')`),
    )
    .addColumn("original_key", "text", (c) => c.unique())
    .addColumn("prepared_key", "text", (c) => c.unique())
    .addColumn("thumbnail_key", "text", (c) => c.unique())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("bytes", "integer", (c) => c.notNull())
    .addColumn("type", "text")
    .addColumn("width_px", "integer")
    .addColumn("height_px", "integer")
    .addColumn("content_hash", "text")
    .addColumn("sharpness", "double precision")
    .addColumn("brightness", "double precision")
    .addColumn("reference_rank", "integer")
    .addColumn("refusal", "text")
    .$call(withCreatedAt)
    .execute();
  await db.schema.createIndex("photo_of_model").on("photo").columns(["model_id", "id"]).execute();
  await db.schema
    .createIndex("photo_once_a_model")
    .unique()
    .on("photo")
    .columns(["model_id", "content_hash"])
    .where(sql.ref("status"), "=", sql.lit("ready"))
    .execute();

  await db.schema
    .createTable("consent")
    .addColumn("id", "uuid", (c) => c.primaryKey())
    .$call(withUserId)
    .addColumn("model_id", "uuid", (c) => c.notNull().references("model.id").onDelete("cascade"))
    .addColumn("version", "text", (c) => c.notNull())
    .addColumn("statement", "text", (c) => c.notNull())
    .addColumn("address_hash", "text")
    .$call(withCreatedAt)
    .execute();

  await db.schema
    .createTable("fine_tuning_use")
    .addColumn("id", "uuid", (c) => c.primaryKey())
    .$call(withUserId)
    .addColumn("model_id", "uuid", (c) => c.notNull())
    .addColumn("attempt", "integer", (c) => c.notNull())
    .$call(withCreatedAt)
    .addColumn("given_back_at", "timestamptz")
    .addUniqueConstraint("fine_tuning_use_once", ["model_id", "attempt"])
    .execute();
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

function withCreatedAt<Name extends string, Columns extends string>(
  table: CreateTableBuilder<Name, Columns>,
) {
  return table.addColumn("created_at", "timestamptz", (c) => c.notNull().defaultTo(sql`now()`));
}

function withUserId<Name extends string, Columns extends string>(table: CreateTableBuilder<Name, Columns>) {
  return table.addColumn("user_id", "text", (c) => c.notNull().references("app_user.id").onDelete("cascade"));
}
