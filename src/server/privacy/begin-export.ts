import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import { Failure } from "~/server/errors";
import { newId } from "~/server/new-id";

/** After this an export that has not ended is taken for broken off. */
const LOST_AFTER_MS = 30 * 60_000;

/**
 * Makes out an export of a user's data, to be downloaded once from `/api/export/<id>`. One that is made out and not
 * fetched is given again.
 *
 * @throws Failure NOT_READY while another one is being downloaded.
 */
export async function beginExport(db: Db, userId: string): Promise<{ exportId: string }> {
  return inTransaction(db, async (trx) => {
    // Two presses at once meet here.
    await trx.selectFrom("appUser").select("id").where("id", "=", userId).forUpdate().execute();
    const open = await findOpenExport(trx, userId);
    if (open && !open.startedAt) return { exportId: open.id };
    if (open) {
      throw new Failure(
        "NOT_READY",
        "Your export is being downloaded already. Let it end, or cancel it in your browser's downloads, then ask again.",
      );
    }
    const exportId = newId();
    await trx.insertInto("export").values({ id: exportId, userId }).execute();
    return { exportId };
  });
}

function findOpenExport(trx: Db, userId: string) {
  return trx
    .selectFrom("export")
    .select(["id", "startedAt"])
    .where("userId", "=", userId)
    .where("finishedAt", "is", null)
    .where("createdAt", ">", new Date(Date.now() - LOST_AFTER_MS))
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}
