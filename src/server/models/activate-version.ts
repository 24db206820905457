import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import { Failure } from "~/server/errors";

import { isRunning } from "./is-running";
import { lockVersion } from "./lock-version";

/**
 * Makes a trained version the one that makes a model's pictures. Safe to repeat.
 *
 * @throws Failure NOT_FOUND for a version that is not theirs, NOT_READY while the model is in training.
 */
export async function activateVersion(db: Db, owned: { userId: string; versionId: string }): Promise<void> {
  await inTransaction(db, async (trx) => {
    const { model, version } = await lockVersion(trx, owned);
    if (isRunning(model.status)) {
      throw new Failure(
        "NOT_READY",
        "Wait until the training has ended: its version comes into use by itself.",
      );
    }
    await trx
      .updateTable("model")
      .set({ activeVersionId: version.id, kind: version.kind })
      .where("id", "=", model.id)
      .execute();
  });
}
