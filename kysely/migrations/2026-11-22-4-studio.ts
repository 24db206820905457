import { sql } from "kysely";
import type { Kysely } from "kysely";

/** What the studio needs: presses of many prompts, a queue that can be ordered, remixes, and what FLUX models are missing. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await extendGenerations(db);
  await extendPictures(db);

  await db.schema
    .createTable("missing_flux_model")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("since", "timestamptz", (c) => c.notNull().defaultTo(sql`now()`))
    .execute();

  await db.schema
    .createTable("prompt_help")
    .addColumn("user_id", "text", (c) => c.primaryKey().references("app_user.id").onDelete("cascade"))
    .addColumn("window_at", "timestamptz", (c) => c.notNull())
    .addColumn("uses", "integer", (c) => c.notNull().check(sql`uses > 0`))
    .execute();
}

async function extendGenerations(db: Kysely<unknown>): Promise<void> {
  // A sequence and not a time: two generations never share a place in the queue.
  await sql`create sequence generation_rank`.execute(db);
  await db.schema
    .alterTable("generation")
    .addColumn("press_index", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("rank", "bigint", (c) => c.notNull().defaultTo(sql`nextval('generation_rank')`))
    .addColumn("pack", "text")
    .addColumn("template", "text")
    .addColumn("negative_prompt", "text")
    .addColumn("source_picture_id", "uuid")
    .addColumn("width_px", "integer")
    .addColumn("height_px", "integer")
    .execute();
  await db.schema.alterTable("generation").dropConstraint("generation_once_a_press").execute();
  await db.schema
    .alterTable("generation")
    .addUniqueConstraint("generation_once_a_press", ["user_id", "request_id", "press_index"])
    .execute();
}

async function extendPictures(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable("picture")
    .addColumn("ticket", "uuid", (c) => c.unique())
    .addColumn("claimed_at", "timestamptz")
    .execute();
  await db.schema.alterTable("picture").dropConstraint("picture_status_check").execute();
  await db.schema
    .alterTable("picture")
    .addCheckConstraint(
      "picture_status_check",
      sql`status in ('queued', 'ready', 'failed', 'refused', 'cancelled')`,
    )
    .execute();
  await db.schema
    .createIndex("picture_queued_of_user")
    .on("picture")
    .column("user_id")
    .where(sql.ref("status"), "=", sql.lit("queued"))
    .execute();
}
