import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import { deleteDroppedFiles } from "~/server/privacy/delete-dropped-files";
import { dropFiles } from "~/server/privacy/drop-files";

import { lastUndo } from "./restore-pictures";

/** Pictures a transaction, and files a request to storage. */
const BATCH = 100;

/**
 * Drops the pictures whose deletion can no longer be undone: their rows, their links, their files. Safe to repeat and to
 * run beside itself; files that storage did not take back stay written down for the sweep.
 *
 * @returns how many.
 * @throws Failure VENDOR_BUSY when storage does not answer; the rows are gone then, and the files written down.
 */
export async function purgePictures(db: Db): Promise<number> {
  let purged = 0;
  for (;;) {
    const deletionIds = await dropBatch(db);
    if (deletionIds.length === 0) return purged;
    purged += deletionIds.length;
    await deleteDroppedFiles(db, { deletionIds: deletionIds.filter((id) => id !== undefined) });
  }
}

function dropBatch(db: Db): Promise<(string | undefined)[]> {
  return inTransaction(db, async (trx) => {
    const gone = await trx
      .deleteFrom("picture")
      .where("id", "in", (eb) =>
        eb
          .selectFrom("picture")
          .select("id")
          .where("deletedAt", "<", lastUndo)
          .orderBy("deletedAt")
          .limit(BATCH)
          .forUpdate()
          .skipLocked(),
      )
      .returning(["id", "userId", "storageKey", "thumbnailKey"])
      .execute();
    return Promise.all(
      gone.map(({ id, userId, storageKey, thumbnailKey }) =>
        dropFiles(trx, { userId, subject: "picture", subjectId: id, keys: [storageKey, thumbnailKey] }),
      ),
    );
  });
}
