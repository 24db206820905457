import { sql } from "kysely";
import type { Kysely } from "kysely";

import { withCreatedAt, withUserId } from "./columns";

/** People, their models and photos, what they agreed to, and files that must go. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("app_user")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("email", "text")
    .$call(withCreatedAt)
    .execute();

  await createModels(db);
  await createPhotos(db);
  await createRecords(db);
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
}

async function createPhotos(db: Kysely<unknown>): Promise<void> {
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
}

async function createRecords(db: Kysely<unknown>): Promise<void> {
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
