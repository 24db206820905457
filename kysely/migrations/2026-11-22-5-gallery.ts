import { sql } from "kysely";
import type { Kysely } from "kysely";

import { withCreatedAt, withUserId } from "./columns";

/** What a gallery of many thousands needs: favourites, deletion with undo, share links, ZIPs, and the indexes of its filters. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await changePictures(db);
  await createShares(db);
  await createZips(db);
}

async function changePictures(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable("picture")
    .addColumn("is_favourite", "boolean", (c) => c.notNull().defaultTo(false))
    .addColumn("deleted_at", "timestamptz")
    .addColumn("style", "text")
    // No reference: it stays after the model is gone, so that its pictures can still be found.
    .addColumn("model_id", "uuid")
    .execute();
  await sql`update picture set style = generation.style, model_id = generation.model_id
    from generation where generation.id = picture.generation_id`.execute(db);
  await db.schema
    .alterTable("picture")
    .alterColumn("style", (c) => c.setNotNull())
    .execute();

  const isShown = sql<boolean>`status = 'ready' and deleted_at is null`;
  await db.schema.dropIndex("picture_of_user").execute();
  await db.schema
    .createIndex("picture_of_user")
    .on("picture")
    .columns(["user_id", "id"])
    .where(isShown)
    .execute();
  await db.schema
    .createIndex("picture_favourite")
    .on("picture")
    .columns(["user_id", "id"])
    .where(sql<boolean>`${isShown} and is_favourite`)
    .execute();
  await db.schema
    .createIndex("picture_deleted")
    .on("picture")
    .column("deleted_at")
    .where(sql<boolean>`deleted_at is not null`)
    .execute();

  for (const column of ["style", "model_id"]) {
    await db.schema
      .createIndex(`picture_of_${column}`)
      .on("picture")
      .columns(["user_id", column, "id"])
      .where(isShown)
      .execute();
  }
}

async function createShares(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("share")
    .addColumn("id", "uuid", (c) => c.primaryKey())
    .$call(withUserId)
    .addColumn("picture_id", "uuid", (c) => c.references("picture.id").onDelete("set null"))
    .addColumn("token", "text", (c) => c.notNull().unique())
    .addColumn("shows_prompt", "boolean", (c) => c.notNull().defaultTo(false))
    .addColumn("revoked_at", "timestamptz")
    .addColumn("hidden_at", "timestamptz")
    .$call(withCreatedAt)
    .execute();
  await db.schema
    .createIndex("share_of_picture")
    .unique()
    .on("share")
    .column("picture_id")
    .where(sql<boolean>`revoked_at is null`)
    .execute();
}

async function createZips(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("zip")
    .addColumn("id", "uuid", (c) => c.primaryKey())
    .$call(withUserId)
    .addColumn("picture_ids", "jsonb", (c) => c.notNull())
    .$call(withCreatedAt)
    .execute();
  await db.schema.createIndex("zip_created").on("zip").column("created_at").execute();
}
