import { sql } from "kysely";
import type { Selectable } from "kysely";

import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import type { ErasureTable, ErasureTaskTable } from "~/kysely/schema";

import { addTasks } from "./open-erasure";
import { makeReceipt } from "./make-receipt";
import { signReceipt } from "./sign-receipt";

type Erasure = Selectable<ErasureTable>;
type Task = Selectable<ErasureTaskTable>;

/**
 * Ends an erasure of which everything is confirmed: signs the receipt and lets go of all that could still lead to a
 * person. Files that work under way left behind meanwhile become tasks of it first. Safe to repeat.
 *
 * @returns false while something is not confirmed.
 */
export async function finishErasure(db: Db, input: { erasureId: string }): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const erasure = await trx
      .selectFrom("erasure")
      .selectAll()
      .where("id", "=", input.erasureId)
      .forUpdate()
      .executeTakeFirst();
    if (!erasure || erasure.finishedAt) return true;
    await adoptLateFiles(trx, erasure);

    const tasks = await trx
      .selectFrom("erasureTask")
      .selectAll()
      .where("erasureId", "=", erasure.id)
      .orderBy("id")
      .execute();
    if (tasks.some((task) => !task.confirmedAt)) return false;

    await forget(trx, erasure, tasks);
    const finishedAt = new Date();
    const receipt = await signReceipt(makeReceipt({ ...erasure, finishedAt }, tasks));
    await trx
      .updateTable("erasure")
      .set({
        receipt: JSON.stringify(receipt),
        finishedAt,
        ...(erasure.scope === "account" && { userId: null }),
      })
      .where("id", "=", erasure.id)
      .execute();
    await trx.deleteFrom("erasureTask").where("erasureId", "=", erasure.id).execute();
    return true;
  });
}

async function adoptLateFiles(trx: Db, erasure: Erasure): Promise<void> {
  const { id, userId, scope, modelId } = erasure;
  if (userId === null) return;
  const late = await trx
    .selectFrom("deletion")
    .select(["id", "fileKeys"])
    .where("userId", "=", userId)
    .where("finishedAt", "is", null)
    .$if(scope === "model", (query) => query.where("subjectId", "=", modelId ?? ""))
    .execute();
  const tasks = late.map(({ id: ref, fileKeys }) => ({ kind: "files" as const, ref, keys: fileKeys }));
  await addTasks(trx, id, tasks);
}

/** What was kept to get it done. */
async function forget(trx: Db, erasure: Erasure, tasks: Task[]): Promise<void> {
  const { userId, scope } = erasure;
  if (scope === "model" || userId === null) {
    const done = tasks.filter((task) => task.kind === "files").map((task) => task.ref);
    if (done.length > 0) await trx.deleteFrom("deletion").where("id", "in", done).execute();
    return;
  }
  await trx.deleteFrom("deletion").where("userId", "=", userId).where("finishedAt", "is not", null).execute();
  await trx.deleteFrom("trainingJob").where("userId", "=", userId).execute();
  await trx
    .updateTable("erasure")
    .set({ userId: null })
    .where("userId", "=", userId)
    .where("scope", "=", "model")
    .execute();
  const subscriptions = tasks.filter((task) => task.kind === "subscription").map((task) => task.ref);
  for (const word of [userId, ...subscriptions]) {
    await sql`delete from billing_event where position(to_jsonb(${word}::text)::text in body::text) > 0`.execute(
      trx,
    );
  }
}
