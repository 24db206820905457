import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import { Failure } from "~/server/errors";
import { announceDeletion, dropFiles } from "~/server/privacy/drop-files";

import { lockVersion } from "./lock-version";

/**
 * Deletes a trained version with its weights, in storage too. The model's photos and the pictures made with it stay.
 *
 * @throws Failure NOT_FOUND for a version that is not theirs, NOT_READY for the one in use.
 */
export async function deleteVersion(db: Db, owned: { userId: string; versionId: string }): Promise<void> {
  const { userId, versionId } = owned;
  const deletionId = await inTransaction(db, async (trx) => {
    const { model, version } = await lockVersion(trx, owned);
    if (model.activeVersionId === versionId) {
      throw new Failure(
        "NOT_READY",
        `Version ${version.number} is in use. Use another version first, or delete the whole model.`,
      );
    }
    await trx.deleteFrom("modelVersion").where("id", "=", versionId).execute();
    return dropFiles(trx, { userId, subject: "version", subjectId: versionId, keys: [version.weightsKey] });
  });
  await announceDeletion(deletionId);
}
