import type { Db } from "~/kysely/database";
import { signFileUrl, VIEW_SECONDS } from "~/server/vendors/uploadthing-read";

const LINES = 50;

/** What an operator has to look at, and what was done: open reports oldest first, the rest newest first. */
export async function readAdmin(db: Db) {
  const [reports, audit, erasures, sweep] = await Promise.all([
    listReports(db),
    db.selectFrom("auditEntry").selectAll().orderBy("id", "desc").limit(LINES).execute(),
    listOpenErasures(db),
    db.selectFrom("storageSweep").selectAll().orderBy("id", "desc").limit(1).executeTakeFirst(),
  ]);
  const shown = reports.map(async ({ storageKey, ...report }) => ({
    ...report,
    /** Works for a minute; null once the picture is gone. */
    pictureUrl: storageKey === null ? null : await signFileUrl(storageKey, VIEW_SECONDS),
  }));
  return { reports: await Promise.all(shown), audit, erasures, sweep: sweep ?? null };
}

function listReports(db: Db) {
  return db
    .selectFrom("report")
    .leftJoin("share", "share.token", "report.shareToken")
    .leftJoin("picture", "picture.id", "share.pictureId")
    .leftJoin("generation", "generation.id", "picture.generationId")
    .select(["report.id", "report.reason", "report.note", "report.createdAt"])
    .select(["picture.storageKey", "picture.widthPx", "picture.heightPx", "generation.prompt"])
    .where("report.decidedAt", "is", null)
    .orderBy("report.id")
    .limit(LINES)
    .execute();
}

function listOpenErasures(db: Db) {
  return db
    .selectFrom("erasure")
    .select(["id", "token", "scope", "createdAt"])
    .where("finishedAt", "is", null)
    .orderBy("id")
    .limit(LINES)
    .execute();
}
