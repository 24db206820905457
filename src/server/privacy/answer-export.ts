import { Readable } from "node:stream";

import * as z from "zod";

import type { Db } from "~/kysely/database";
import { logProblem } from "~/server/request-id";

import { streamExport } from "./stream-export";

/**
 * Answers with all that is kept of a user as a ZIP, streamed, once per export that was made out. Anyone else's export, and
 * any id that is not one, gets the same 404; one that was begun before a 409 that says so.
 */
export async function answerExport(
  db: Db,
  request: { userId: string | null; exportId: string },
): Promise<Response> {
  const { userId, exportId } = request;
  if (userId === null) return refuse(401, "Sign in first.");
  if (!z.uuid().safeParse(exportId).success) return refuse(404, "Not found.");
  const begun = await db
    .updateTable("export")
    .set({ startedAt: new Date() })
    .where("id", "=", exportId)
    .where("userId", "=", userId)
    .where("startedAt", "is", null)
    .returning("id")
    .executeTakeFirst();
  if (!begun) return refuseBegun(db, userId, exportId);

  const zip = streamExport(db, userId);
  zip.once("close", () => {
    void end(db, exportId);
  });
  const day = new Date().toISOString().slice(0, 10);
  // The web stream of node:stream/web is the one Response takes; only their declarations differ.
  return new Response(Readable.toWeb(zip) as unknown as ReadableStream, {
    headers: {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="likeness-export-${day}.zip"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

async function refuseBegun(db: Db, userId: string, exportId: string): Promise<Response> {
  const known = await db
    .selectFrom("export")
    .select("id")
    .where("id", "=", exportId)
    .where("userId", "=", userId)
    .executeTakeFirst();
  return known
    ? refuse(409, "This export was downloaded already. Go back to Privacy and ask for a new one.")
    : refuse(404, "Not found.");
}

async function end(db: Db, exportId: string): Promise<void> {
  try {
    await db.updateTable("export").set({ finishedAt: new Date() }).where("id", "=", exportId).execute();
  } catch (error) {
    logProblem("The end of an export could not be noted; it is taken for broken off in half an hour.", error);
  }
}

function refuse(status: number, sentence: string): Response {
  return new Response(sentence, { status, headers: { "cache-control": "private, no-store" } });
}
