import type { Db } from "~/kysely/database";
import type { ErasureScope, ErasureTaskKind } from "~/kysely/schema";

import { providersOf, taskKinds } from "./make-receipt";
import { SignedReceipt } from "./receipt";

export interface ErasureProgress {
  scope: ErasureScope;
  requestedAt: Date;
  finishedAt: Date | null;
  /** Until then, pictures that were being made are waited for, to throw them away; null when nothing was. */
  settlesAt: Date | null;
  /** Per provider and kind of thing, while it lasts. */
  parts: ErasurePart[];
  receipt: SignedReceipt | null;
}

export interface ErasurePart {
  kind: ErasureTaskKind;
  provider: string;
  what: string;
  confirmed: number;
  total: number;
  /** Why the last try did not succeed; it goes on. */
  problem: string | null;
}

/** How an erasure stands, for whoever has its link; undefined for no link. */
export async function findErasure(db: Db, token: string): Promise<ErasureProgress | undefined> {
  const [erasure, tasks] = await Promise.all([
    db.selectFrom("erasure").selectAll().where("token", "=", token).executeTakeFirst(),
    db
      .selectFrom("erasureTask")
      .innerJoin("erasure", "erasure.id", "erasureTask.erasureId")
      .select(["erasureTask.kind", "erasureTask.confirmedAt", "erasureTask.problem"])
      .where("erasure.token", "=", token)
      .execute(),
  ]);
  if (!erasure) return undefined;

  const { scope, createdAt, finishedAt, settlesAt, receipt } = erasure;
  const parts = taskKinds.flatMap((kind) => {
    const ofKind = tasks.filter((task) => task.kind === kind);
    if (ofKind.length === 0) return [];
    const open = ofKind.filter((task) => !task.confirmedAt);
    const problem = open.find((task) => task.problem !== null)?.problem ?? null;
    const { provider, what } = providersOf[kind];
    return [{ kind, provider, what, confirmed: ofKind.length - open.length, total: ofKind.length, problem }];
  });
  return {
    scope,
    requestedAt: createdAt,
    finishedAt,
    settlesAt: !finishedAt && settlesAt > new Date() ? settlesAt : null,
    parts,
    receipt: receipt === null ? null : SignedReceipt.parse(receipt),
  };
}

/** A user's receipts of deleted models, and of deletions on their way, newest first, at most 50. */
export function listErasuresOf(db: Db, userId: string) {
  return db
    .selectFrom("erasure")
    .select(["id", "token", "scope", "createdAt", "finishedAt", "rowCounts"])
    .where("userId", "=", userId)
    .orderBy("id", "desc")
    .limit(50)
    .execute();
}

/** The tasks of an erasure that are not confirmed, and until when work under way is waited for: for the function. */
export async function readErasure(
  db: Db,
  input: { erasureId: string },
): Promise<{ isFinished: boolean; settlesAt: Date; taskIds: string[] }> {
  const erasure = await db
    .selectFrom("erasure")
    .select(["finishedAt", "settlesAt"])
    .where("id", "=", input.erasureId)
    .executeTakeFirst();
  if (!erasure || erasure.finishedAt) return { isFinished: true, settlesAt: new Date(0), taskIds: [] };
  const tasks = await db
    .selectFrom("erasureTask")
    .select("id")
    .where("erasureId", "=", input.erasureId)
    .where("confirmedAt", "is", null)
    .orderBy("id")
    .execute();
  return { isFinished: false, settlesAt: erasure.settlesAt, taskIds: tasks.map((task) => task.id) };
}
