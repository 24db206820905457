import { makeErasureToken } from "~/catalog/erasure";
import type { Db } from "~/kysely/database";

import { openErasure } from "./open-erasure";
import type { NewTask } from "./open-erasure";

export interface DeletedModel {
  userId: string;
  modelId: string;
  /** The deletion of its files; undefined when it had none. */
  deletionId: string | undefined;
  /** Rows that went, by table. */
  rowCounts: Record<string, number>;
  jobId: string | null;
}

/**
 * Writes down that a model was deleted, so that its owner gets a receipt once storage and trainer have confirmed. In the
 * transaction that deletes it.
 *
 * @returns the erasure's id for `announceErasure` after the commit.
 */
export async function recordModelErasure(trx: Db, deleted: DeletedModel): Promise<string> {
  const { userId, modelId, deletionId, rowCounts, jobId } = deleted;
  const jobs = await trx
    .selectFrom("trainingJob")
    .select("id")
    .where("modelId", "=", modelId)
    .where("droppedAt", "is", null)
    .execute();
  const jobIds = new Set([...jobs.map((job) => job.id), ...(jobId === null ? [] : [jobId])]);
  const tasks: NewTask[] = [...jobIds].map((id) => ({ kind: "job", ref: id, keys: [id] }));
  if (deletionId !== undefined) {
    const { fileKeys } = await trx
      .selectFrom("deletion")
      .select("fileKeys")
      .where("id", "=", deletionId)
      .executeTakeFirstOrThrow();
    tasks.push({ kind: "files", ref: deletionId, keys: fileKeys });
  }
  return openErasure(
    trx,
    {
      userId,
      scope: "model",
      modelId,
      requestedBy: "user",
      token: makeErasureToken(),
      rowCounts,
      settlesAt: new Date(),
    },
    tasks,
  );
}
