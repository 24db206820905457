import { sql } from "kysely";

import { galleryRules } from "~/catalog/gallery-rules";
import type { Db } from "~/kysely/database";

import { purgePictures } from "./purge-pictures";

/** Drops deleted pictures whose event was lost, and forgets ZIPs that can no longer be downloaded. @returns how many of each. */
export async function sweepGallery(db: Db): Promise<{ purged: number; forgotten: number }> {
  const purged = await purgePictures(db);
  const { numDeletedRows } = await db
    .deleteFrom("zip")
    .where("createdAt", "<", sql<Date>`now() - make_interval(secs => ${sql.lit(galleryRules.zipSeconds)})`)
    .executeTakeFirst();
  return { purged, forgotten: Number(numDeletedRows) };
}
