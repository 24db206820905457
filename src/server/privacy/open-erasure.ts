import { announce } from "~/inngest/announce";
import { erasureRequested } from "~/inngest/events";
import type { Db } from "~/kysely/database";
import type { ErasureScope, ErasureTaskKind } from "~/kysely/schema";
import { newId } from "~/server/new-id";

import { hashOf } from "./hash-of";

export interface NewErasure {
  userId: string;
  scope: ErasureScope;
  modelId: string | null;
  requestedBy: "user" | "clerk";
  token: string;
  rowCounts: Record<string, number>;
  settlesAt: Date;
}

/** What a provider will be asked to confirm. */
export interface NewTask {
  kind: ErasureTaskKind;
  ref: string;
  /** What the provider knows it by: storage keys, or its own ids. */
  keys: string[];
}

/** Writes an erasure down with all that has to be confirmed. Needs the caller's transaction. @returns its id. */
export async function openErasure(trx: Db, erasure: NewErasure, tasks: NewTask[]): Promise<string> {
  const { userId, rowCounts, ...rest } = erasure;
  const id = newId();
  await trx
    .insertInto("erasure")
    .values({
      id,
      userId,
      subjectHash: await hashOf(userId),
      rowCounts: JSON.stringify(rowCounts),
      ...rest,
    })
    .execute();
  await addTasks(trx, id, tasks);
  return id;
}

/** Adds what else has to be confirmed. Safe to repeat: a thing is asked for once. */
export async function addTasks(trx: Db, erasureId: string, tasks: NewTask[]): Promise<void> {
  for (const { kind, ref, keys } of tasks) {
    const keyHashes = await Promise.all(keys.map(hashOf));
    await trx
      .insertInto("erasureTask")
      .values({ id: newId(), erasureId, kind, ref, keyHashes: JSON.stringify(keyHashes) })
      .onConflict((conflict) => conflict.columns(["erasureId", "kind", "ref"]).doNothing())
      .execute();
  }
}

/** Starts an erasure that is written down. Call it after the commit; twice does no harm. */
export async function announceErasure(erasureId: string | undefined): Promise<void> {
  if (erasureId !== undefined) await announce(erasureRequested.create({ erasureId }));
}
