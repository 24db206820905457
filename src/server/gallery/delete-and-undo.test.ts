import { sql } from "kysely";
import { describe, expect } from "vitest";

import type { Db } from "~/kysely/database";
import { test } from "~/kysely/testing/test";
import { findPictureKeys, findPictureOf } from "~/server/generations/queries";
import { addUser } from "~/server/testing/people";
import { addPictures } from "~/server/testing/pictures";
import { storeFiles } from "~/server/vendors/uploadthing";
import { openFile } from "~/server/vendors/uploadthing-read";

import { deletePictures } from "./delete-pictures";
import { findShared } from "./find-shared";
import { purgePictures } from "./purge-pictures";
import { restorePictures } from "./restore-pictures";
import { sharePicture } from "./share-picture";

/** Lets the time to undo pass. */
async function passTime(db: Db, pictureIds: string[]): Promise<void> {
  await db
    .updateTable("picture")
    .set({ deletedAt: sql`now() - interval '10 minutes'` })
    .where("id", "in", pictureIds)
    .execute();
}

const storeTwo = () =>
  storeFiles(
    ["one", "two"].map((name) => ({ name, type: "image/jpeg", body: new TextEncoder().encode(name) })),
  );

describe("deleting pictures", () => {
  test("hides them at once, and undoing brings them back as they were", async ({ db, userId }) => {
    const pictureIds = await addPictures(db, { userId, count: 2, keys: ["undo-a", "undo-b"] });
    const [pictureId = ""] = pictureIds;
    const { token } = await sharePicture(db, { userId, pictureId, showsPrompt: false });
    expect(await deletePictures(db, { userId, pictureIds })).toEqual({ deleted: 2 });
    expect(await findPictureOf(db, { userId, pictureId })).toBeUndefined();
    expect(await findPictureKeys(db, { userId, pictureId })).toBeUndefined();
    expect(await findShared(db, token)).toBe("gone");

    expect(await purgePictures(db)).toBe(0);
    expect(await restorePictures(db, { userId, pictureIds })).toEqual({ restored: 2 });
    expect(await findPictureOf(db, { userId, pictureId })).toBeDefined();
    expect(await findShared(db, token)).toMatchObject({ storageKey: "undo-a" });
  });

  test("drops rows and files once it is too late to undo, and the link says so", async ({ db, userId }) => {
    const keys = await storeTwo();
    const [pictureId = "", kept = ""] = await addPictures(db, { userId, count: 2, keys });
    const { token } = await sharePicture(db, { userId, pictureId, showsPrompt: false });
    await deletePictures(db, { userId, pictureIds: [pictureId] });
    await passTime(db, [pictureId]);
    await expect(restorePictures(db, { userId, pictureIds: [pictureId] })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });

    expect(await purgePictures(db)).toBe(1);
    expect(await purgePictures(db)).toBe(0);
    const rows = await db.selectFrom("picture").select("id").where("userId", "=", userId).execute();
    expect(rows).toEqual([{ id: kept }]);
    expect(await findShared(db, token)).toBe("gone");
    await expect(openFile(keys[0] ?? "")).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await (await openFile(keys[1] ?? "")).text()).toBe("two");
    const deletions = await db.selectFrom("deletion").selectAll().where("userId", "=", userId).execute();
    expect(deletions).toMatchObject([{ subject: "picture", subjectId: pictureId, fileKeys: [keys[0]] }]);
    expect(deletions[0]?.finishedAt).not.toBeNull();
  });

  test("purges more than a batch", async ({ db, userId }) => {
    const pictureIds: string[] = [];
    for (let made = 0; made < 30; made += 1)
      pictureIds.push(...(await addPictures(db, { userId, count: 4 })));
    await deletePictures(db, { userId, pictureIds });
    await passTime(db, pictureIds);
    expect(await purgePictures(db)).toBe(120);
  });

  test("leaves another's pictures alone, and passes over those that are gone", async ({ db, userId }) => {
    const strangerId = await addUser(db);
    const theirs = await addPictures(db, { userId, count: 2 });
    const own = await addPictures(db, { userId: strangerId });
    for (const refused of [deletePictures, restorePictures]) {
      await expect(refused(db, { userId: strangerId, pictureIds: theirs })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
    const mixed = { userId: strangerId, pictureIds: [...theirs, ...own] };
    expect(await deletePictures(db, mixed)).toEqual({ deleted: 1 });
    await expect(deletePictures(db, mixed)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await restorePictures(db, mixed)).toEqual({ restored: 1 });
    expect(await findPictureOf(db, { userId, pictureId: theirs[0] ?? "" })).toBeDefined();
  });
});
