import { expect } from "vitest";

import { test } from "~/kysely/testing/test";
import { newId } from "~/server/new-id";
import { addModel } from "~/server/testing/people";

import { sweepPhotos } from "./sweep-photos";

test("an upload that nobody can prepare is refused after half an hour, and its file goes", async ({
  db,
  userId,
}) => {
  const modelId = await addModel(db, { userId, status: "draft" });
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  for (const minutes of [1, 10, 40]) {
    const file = { originalKey: `key-${minutes}`, name: `${minutes}.jpg`, bytes: 1000 };
    await db
      .insertInto("photo")
      .values({ id: newId(), userId, modelId, ...file, createdAt: minutesAgo(minutes) })
      .execute();
  }

  expect(await sweepPhotos(db)).toEqual({ resent: 1, ended: 1 });
  const photos = await db
    .selectFrom("photo")
    .select(["name", "status", "refusal", "originalKey"])
    .where("userId", "=", userId)
    .orderBy("id")
    .execute();
  expect(photos).toEqual([
    { name: "1.jpg", status: "uploaded", refusal: null, originalKey: "key-1" },
    { name: "10.jpg", status: "uploaded", refusal: null, originalKey: "key-10" },
    { name: "40.jpg", status: "refused", refusal: "unchecked", originalKey: null },
  ]);
  const dropped = await db
    .selectFrom("deletion")
    .select("fileKeys")
    .where("userId", "=", userId)
    .executeTakeFirstOrThrow();
  expect(dropped.fileKeys).toEqual(["key-40"]);
});
