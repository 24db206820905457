import { describe, expect } from "vitest";
import sharp from "sharp";

import { test } from "~/kysely/testing/test";
import { markPicture } from "~/server/generations/mark-picture";
import { newId } from "~/server/new-id";
import { addUser } from "~/server/testing/people";
import { addPictures } from "~/server/testing/pictures";
import { storeFiles } from "~/server/vendors/uploadthing";

import { answerShareCard } from "./answer-share-card";
import { answerShared } from "./answer-shared";
import { findShared } from "./find-shared";
import { findShareOf, revokeShare, sharePicture } from "./share-picture";

describe("a share link", () => {
  test("is one per picture, unguessable, and shows the prompt only when its owner says so", async ({
    db,
    userId,
  }) => {
    const [pictureId = "", other = ""] = await addPictures(db, {
      userId,
      count: 2,
      keys: ["share-a", "share-b"],
    });
    const owned = { userId, pictureId };
    expect(await findShareOf(db, owned)).toBeNull();
    const { token } = await sharePicture(db, { ...owned, showsPrompt: false });
    expect(token).toMatch(/^[\w-]{24}$/);
    expect(await findShared(db, token)).toEqual({
      storageKey: "share-a",
      widthPx: 896,
      heightPx: 1120,
      prompt: null,
    });
    expect(await sharePicture(db, { ...owned, showsPrompt: true })).toEqual({ token, showsPrompt: true });
    expect(await findShared(db, token)).toMatchObject({ prompt: "a red kite" });
    expect(await findShareOf(db, owned)).toEqual({ token, showsPrompt: true });
    const second = await sharePicture(db, { userId, pictureId: other, showsPrompt: false });
    expect(second.token).not.toBe(token);
  });

  test("ends when it is revoked, and a new one is another", async ({ db, userId }) => {
    const [pictureId = ""] = await addPictures(db, { userId, keys: ["share-c"] });
    const first = await sharePicture(db, { userId, pictureId, showsPrompt: false });
    expect((await answerShared(db, first.token)).status).toBe(302);
    await revokeShare(db, { userId, pictureId });
    await revokeShare(db, { userId, pictureId });
    expect((await answerShared(db, first.token)).status).toBe(410);
    expect((await answerShareCard(db, first.token)).status).toBe(410);
    const next = await sharePicture(db, { userId, pictureId, showsPrompt: false });
    expect(next.token).not.toBe(first.token);
    expect(await findShared(db, first.token)).toBe("gone");
  });

  test("that was taken down is gone, and its picture cannot be shared again", async ({ db, userId }) => {
    const [pictureId = ""] = await addPictures(db, { userId, keys: ["share-d"] });
    const { token } = await sharePicture(db, { userId, pictureId, showsPrompt: false });
    await db.updateTable("share").set({ hiddenAt: new Date() }).where("token", "=", token).execute();
    expect(await findShared(db, token)).toBe("gone");
    expect(await findShareOf(db, { userId, pictureId })).toBeNull();
    await revokeShare(db, { userId, pictureId });
    await expect(sharePicture(db, { userId, pictureId, showsPrompt: false })).rejects.toMatchObject({
      code: "REFUSED",
    });
  });

  test("is nobody else's to give or to take", async ({ db, userId }) => {
    const [pictureId = ""] = await addPictures(db, { userId, keys: ["share-e"] });
    const { token } = await sharePicture(db, { userId, pictureId, showsPrompt: false });
    const strangers = { userId: await addUser(db), pictureId };
    await expect(sharePicture(db, { ...strangers, showsPrompt: true })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(revokeShare(db, strangers)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await findShareOf(db, strangers)).toBeNull();
    expect(await findShared(db, token)).toMatchObject({ prompt: null });
  });

  test("that never was is not found", async ({ db }) => {
    for (const token of ["", "x", "../../etc/passwd", `${"a".repeat(23)}'`, "a".repeat(24), newId()]) {
      expect((await answerShared(db, token)).status, token).toBe(404);
      expect((await answerShareCard(db, token)).status, token).toBe(404);
    }
  });

  test("has a preview of its own, marked as the picture is", async ({ db, userId }) => {
    const image = await sharp({ create: { width: 896, height: 1120, channels: 3, background: "#a57f60" } })
      .jpeg()
      .toBuffer();
    const { picture } = await markPicture(image, newId());
    const keys = await storeFiles([{ name: "a.jpg", type: "image/jpeg", body: new Uint8Array(picture) }]);
    const [pictureId = ""] = await addPictures(db, { userId, keys });
    const { token } = await sharePicture(db, { userId, pictureId, showsPrompt: false });

    const redirect = await answerShared(db, token);
    expect(redirect.status).toBe(302);
    expect(redirect.headers.get("cache-control")).toBe("private, no-store");
    const file = await fetch(redirect.headers.get("location") ?? "");
    expect(Buffer.from(await file.arrayBuffer())).toEqual(picture);

    const card = Buffer.from(await (await answerShareCard(db, token)).arrayBuffer());
    expect(await sharp(card).metadata()).toMatchObject({ format: "jpeg", width: 1200, height: 630 });
    expect(card.includes("trainedAlgorithmicMedia")).toBe(true);
  });
});
