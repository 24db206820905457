import { sql } from "kysely";
import type { Kysely } from "kysely";

import { withCreatedAt, withUserId } from "./columns";

/** Retention, erasures with their receipts, exports, what is compared with storage, reports and the operators' audit. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable("app_user")
    .addColumn("retention", "text", (c) =>
      c
        .notNull()
        .defaultTo("30-days")
        .check(sql`retention in ('now', '30-days', 'keep')`),
    )
    .execute();

  await createErasures(db);
  await createRemainders(db);
  await createStorageSweeps(db);
  await createReports(db);

  await db.schema
    .createTable("export")
    .addColumn("id", "uuid", (c) => c.primaryKey())
    .$call(withUserId)
    .addColumn("started_at", "timestamptz")
    .addColumn("finished_at", "timestamptz")
    .$call(withCreatedAt)
    .execute();
  await db.schema.createIndex("export_of_user").on("export").columns(["user_id", "id"]).execute();
}

/** None of these has a foreign key to `app_user`: they outlive the account, and name nobody once it is erased. */
async function createErasures(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("erasure")
    .addColumn("id", "uuid", (c) => c.primaryKey())
    .addColumn("user_id", "text")
    .addColumn("subject_hash", "text", (c) => c.notNull())
    .addColumn("scope", "text", (c) => c.notNull().check(sql`scope in ('account', 'model')`))
    .addColumn("model_id", "uuid")
    .addColumn("requested_by", "text", (c) => c.notNull())
    .addColumn("token", "text", (c) => c.notNull().unique())
    .addColumn("row_counts", "jsonb", (c) => c.notNull())
    .addColumn("settles_at", "timestamptz", (c) => c.notNull())
    .addColumn("receipt", "jsonb")
    .addColumn("finished_at", "timestamptz")
    .$call(withCreatedAt)
    .execute();
  await db.schema
    .createIndex("erasure_once_an_account")
    .unique()
    .on("erasure")
    .column("subject_hash")
    .where(sql<boolean>`scope = 'account'`)
    .execute();
  await db.schema.createIndex("erasure_of_user").on("erasure").columns(["user_id", "id"]).execute();

  await db.schema
    .createTable("erasure_task")
    .addColumn("id", "uuid", (c) => c.primaryKey())
    .addColumn("erasure_id", "uuid", (c) => c.notNull().references("erasure.id").onDelete("cascade"))
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("ref", "text", (c) => c.notNull())
    .addColumn("key_hashes", "jsonb", (c) => c.notNull())
    .addColumn("problem", "text")
    .addColumn("remark", "text")
    .addColumn("confirmed_at", "timestamptz")
    .$call(withCreatedAt)
    .addUniqueConstraint("erasure_task_once", ["erasure_id", "kind", "ref"])
    .execute();

  await db.schema
    .createTable("training_job")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("user_id", "text", (c) => c.notNull())
    .addColumn("model_id", "uuid", (c) => c.notNull())
    .addColumn("dropped_at", "timestamptz")
    .$call(withCreatedAt)
    .execute();
  await db.schema.createIndex("training_job_of_user").on("training_job").column("user_id").execute();
}

/** What stays of an account because the law wants it, and what keeps it from coming back. */
async function createRemainders(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("retained_invoice")
    .addColumn("id", "uuid", (c) => c.primaryKey())
    .addColumn("provider_id", "text", (c) => c.notNull().unique())
    .addColumn("status", "text", (c) => c.notNull())
    .addColumn("plan", "text")
    .addColumn("currency", "text", (c) => c.notNull())
    .addColumn("total_cents", "integer", (c) => c.notNull())
    .addColumn("refunded_cents", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("issued_at", "timestamptz", (c) => c.notNull())
    .addColumn("kept_until", "timestamptz", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("erased_subscription")
    .addColumn("provider_id", "text", (c) => c.primaryKey())
    .$call(withCreatedAt)
    .execute();
}

async function createStorageSweeps(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("stored_file")
    .addColumn("key", "text", (c) => c.primaryKey())
    .addColumn("uploaded_at", "timestamptz", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("storage_sweep")
    .addColumn("id", "uuid", (c) => c.primaryKey())
    .addColumn("files", "integer", (c) => c.notNull())
    .addColumn("orphans", "integer", (c) => c.notNull())
    .addColumn("missing", "jsonb", (c) => c.notNull())
    .$call(withCreatedAt)
    .execute();
}

async function createReports(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("report")
    .addColumn("id", "uuid", (c) => c.primaryKey())
    .addColumn("share_token", "text", (c) => c.notNull())
    .addColumn("reason", "text", (c) => c.notNull())
    .addColumn("note", "text", (c) => c.notNull())
    .addColumn("address_hash", "text")
    .addColumn("decision", "text", (c) => c.check(sql`decision in ('keep-hidden', 'restore', 'delete')`))
    .addColumn("decided_at", "timestamptz")
    .$call(withCreatedAt)
    .execute();
  await db.schema
    .createIndex("report_open")
    .on("report")
    .column("created_at")
    .where(sql<boolean>`decided_at is null`)
    .execute();
  await db.schema.createIndex("report_of_share").on("report").column("share_token").execute();

  await db.schema
    .createTable("audit_entry")
    .addColumn("id", "uuid", (c) => c.primaryKey())
    .addColumn("actor", "text", (c) => c.notNull())
    .addColumn("action", "text", (c) => c.notNull())
    .addColumn("subject", "text", (c) => c.notNull())
    .addColumn("note", "text", (c) => c.notNull())
    .$call(withCreatedAt)
    .execute();
}
