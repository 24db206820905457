import { Readable } from "node:stream";

import { sql } from "kysely";
import * as z from "zod";

import { galleryRules } from "~/catalog/gallery-rules";
import type { Db } from "~/kysely/database";

import { streamZip } from "./stream-zip";

/**
 * Streams a ZIP that its owner has prepared. For anyone else, for an hour later, and for no ZIP at all: 404.
 */
export async function answerZip(
  db: Db,
  request: { userId: string | null; zipId: string },
): Promise<Response> {
  const { userId, zipId } = request;
  const zip =
    userId !== null && z.uuid().safeParse(zipId).success ? await findZip(db, { userId, zipId }) : undefined;
  if (!zip) {
    return new Response("This download is no longer prepared. Start it again in your gallery.", {
      status: 404,
      headers: { "cache-control": "private, no-store" },
    });
  }
  const { pictureIds, createdAt } = zip;
  const count = `${pictureIds.length}-${pictureIds.length === 1 ? "picture" : "pictures"}`;
  const name = `likeness-${createdAt.toISOString().slice(0, 10)}-${count}.zip`;
  const body = Readable.toWeb(streamZip(db, { userId: zip.userId, pictureIds }), {
    strategy: new ByteLengthQueuingStrategy({ highWaterMark: 256 * 1024 }),
  }) as ReadableStream<Uint8Array>; // the DOM's type and Node's are one object, declared twice
  return new Response(body, {
    headers: {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

function findZip(db: Db, { userId, zipId }: { userId: string; zipId: string }) {
  return db
    .selectFrom("zip")
    .select(["userId", "pictureIds", "createdAt"])
    .where("id", "=", zipId)
    .where("userId", "=", userId)
    .where("createdAt", ">=", sql<Date>`now() - make_interval(secs => ${sql.lit(galleryRules.zipSeconds)})`)
    .executeTakeFirst();
}
