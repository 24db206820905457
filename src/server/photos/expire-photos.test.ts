import { expect } from "vitest";

import type { RetentionId } from "~/catalog/retention";
import type { Db } from "~/kysely/database";
import { test } from "~/kysely/testing/test";
import type { ModelKind, ModelStatus } from "~/kysely/schema";
import { expireDrafts } from "~/server/models/expire-drafts";
import { newId } from "~/server/new-id";
import { addModel } from "~/server/testing/people";

import { expirePhotos } from "./expire-photos";

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60_000);

/** Twelve photos, eight of them references. @returns how many are left after a night. */
async function stay(
  db: Db,
  model: { userId: string; retention: RetentionId; kind: ModelKind; status: ModelStatus; days: number },
): Promise<number> {
  const { userId, retention, kind, status, days } = model;
  await db.updateTable("appUser").set({ retention }).where("id", "=", userId).execute();
  const modelId = await addModel(db, { userId, status, photos: 12 });
  await db
    .updateTable("model")
    .set({ kind, finishedAt: daysAgo(days) })
    .where("id", "=", modelId)
    .execute();
  const photos = await db.selectFrom("photo").select("id").where("modelId", "=", modelId).execute();
  for (const { id } of photos) {
    await db.updateTable("photo").set({ preparedKey: newId() }).where("id", "=", id).execute();
  }
  await db.updateTable("modelVersion").set({ kind }).where("modelId", "=", modelId).execute();
  await db
    .updateTable("modelVersionPhoto")
    .set({ referenceRank: null })
    .where("referenceRank", ">", 8)
    .execute();
  await expirePhotos(db, "everyone");
  return (await db.selectFrom("photo").select("id").where("modelId", "=", modelId).execute()).length;
}

test.for([
  ["30-days", "fine-tuned", "ready", 29, 12],
  ["30-days", "fine-tuned", "ready", 31, 0],
  ["30-days", "instant", "ready", 31, 8],
  ["now", "fine-tuned", "ready", 0, 0],
  ["now", "instant", "ready", 0, 8],
  ["keep", "fine-tuned", "ready", 4000, 12],
  ["now", "instant", "failed", 13, 12],
  ["now", "instant", "failed", 15, 0],
  ["30-days", "instant", "cancelled", 29, 12],
  ["30-days", "instant", "training", 40, 12],
] as const)("%s: of a %s model that is %s for %i days, %i photos stay", async (row, { db, userId }) => {
  const [retention, kind, status, days, left] = row;
  expect(await stay(db, { userId, retention, kind, status, days })).toBe(left);
  const { length } = await db.selectFrom("deletion").select("id").where("userId", "=", userId).execute();
  expect(length).toBe(left === 12 ? 0 : 1);
});

test("a draft goes fourteen days after the last photo came", async ({ db, userId }) => {
  const modelId = await addModel(db, { userId, status: "draft" });
  const at = (createdAt: Date) =>
    db
      .insertInto("photo")
      .values({ id: newId(), userId, modelId, name: "a", bytes: 1, originalKey: newId(), createdAt })
      .execute();
  await db
    .updateTable("model")
    .set({ createdAt: daysAgo(40) } as object)
    .where("id", "=", modelId)
    .execute();
  await at(daysAgo(20));
  await at(daysAgo(13));
  await expireDrafts(db);
  expect(await db.selectFrom("model").select("id").where("id", "=", modelId).execute()).toHaveLength(1);
  await db.deleteFrom("photo").where("createdAt", ">", daysAgo(14)).where("modelId", "=", modelId).execute();
  await expireDrafts(db);
  expect(await db.selectFrom("model").select("id").where("id", "=", modelId).execute()).toHaveLength(0);
});
