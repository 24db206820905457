import { sql } from "kysely";
import type { Kysely } from "kysely";

import { withCreatedAt, withUserId } from "./columns";

/** What each photo measures, versions of a model, and which of them a generation used. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable("photo")
    .addColumn("measures", "jsonb")
    .addColumn("device_measures", "jsonb")
    .execute();
  await db.schema.createIndex("consent_of_model").on("consent").columns(["model_id", "version"]).execute();
  await createVersions(db);
  await numberWhatIsTrained(db);
  await holdGenerationsToVersions(db);
}

async function createVersions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("model_version")
    .addColumn("id", "uuid", (c) => c.primaryKey())
    .$call(withUserId)
    .addColumn("model_id", "uuid", (c) => c.notNull().references("model.id").onDelete("cascade"))
    .addColumn("number", "integer", (c) => c.notNull().check(sql`number > 0`))
    .addColumn("attempt", "integer", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull().check(sql`kind in ('instant', 'fine-tuned')`))
    .addColumn("weights_key", "text", (c) => c.unique())
    .addColumn("photo_count", "integer", (c) => c.notNull())
    .$call(withCreatedAt)
    .addUniqueConstraint("model_version_once_a_number", ["model_id", "number"])
    .addUniqueConstraint("model_version_once_an_attempt", ["model_id", "attempt"])
    .execute();

  await db.schema
    .createTable("model_version_photo")
    .addColumn("version_id", "uuid", (c) => c.notNull().references("model_version.id").onDelete("cascade"))
    .addColumn("photo_id", "uuid", (c) => c.notNull().references("photo.id").onDelete("cascade"))
    .addColumn("reference_rank", "integer")
    .addPrimaryKeyConstraint("model_version_photo_once", ["version_id", "photo_id"])
    .execute();
  await db.schema
    .createIndex("model_version_photo_of_photo")
    .on("model_version_photo")
    .column("photo_id")
    .execute();

  await db.schema
    .alterTable("model")
    .addColumn("version_count", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("active_version_id", "uuid", (c) => c.references("model_version.id").onDelete("set null"))
    .execute();
  await db.schema
    .alterTable("generation")
    .addColumn("version_id", "uuid")
    .addColumn("version_number", "integer")
    .execute();
  await db.schema.createIndex("generation_of_version").on("generation").column("version_id").execute();
}

/** Every model that is ready has its first version, which all its pictures were made with. */
async function numberWhatIsTrained(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into model_version (id, user_id, model_id, number, attempt, kind, weights_key, photo_count, created_at)
    select gen_random_uuid(), user_id, id, 1, attempt, kind, weights_key,
      (select count(*) from photo where photo.model_id = model.id and photo.status = 'ready'),
      coalesce(finished_at, created_at)
    from model where status = 'ready'
  `.execute(db);
  await sql`
    insert into model_version_photo (version_id, photo_id, reference_rank)
    select model_version.id, photo.id, photo.reference_rank
    from model_version join photo on photo.model_id = model_version.model_id and photo.status = 'ready'
  `.execute(db);
  await sql`
    update model set version_count = 1, active_version_id = model_version.id, weights_key = null
    from model_version where model_version.model_id = model.id
  `.execute(db);
  await sql`
    update generation set version_id = model_version.id, version_number = 1
    from model_version where model_version.model_id = generation.model_id
  `.execute(db);
}

/**
 * Looked at only when a transaction ends: deleting a model sets both its id and its versions' ids to null in its generations, and the first
 * of the two would trip over the second.
 */
async function holdGenerationsToVersions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable("generation")
    .addForeignKeyConstraint("generation_version_id_fkey", ["version_id"], "model_version", ["id"])
    .onDelete("set null")
    .deferrable()
    .initiallyDeferred()
    .execute();
}
