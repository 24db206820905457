import { expect } from "vitest";

import type { Db } from "~/kysely/database";
import { test } from "~/kysely/testing/test";
import { findShared } from "~/server/gallery/find-shared";
import { sharePicture } from "~/server/gallery/share-picture";
import { newId } from "~/server/new-id";

import { decideReport } from "./decide-report";
import { readAdmin } from "./read-admin";
import { reportShare } from "./report-share";
import { startGeneration } from "./testing/start-generation";

async function share(db: Db, userId: string): Promise<{ token: string; pictureId: string }> {
  const pictureId = newId();
  await db
    .insertInto("picture")
    .values({
      ...{ id: pictureId, userId, generationId: await startGeneration(db, userId), position: 0 },
      ...{
        status: "ready",
        seed: 1,
        style: "anime",
        modelId: null,
        storageKey: newId(),
        widthPx: 1,
        heightPx: 1,
      },
    })
    .execute();
  const { token } = await sharePicture(db, { userId, pictureId, showsPrompt: false });
  return { token, pictureId };
}

const report = (db: Db, token: string, addressHash: string | null = null) =>
  reportShare(db, { token, reason: "shows-me", note: "That is my face.", addressHash });

const auditOf = async (db: Db) =>
  (await db.selectFrom("auditEntry").select(["actor", "action"]).orderBy("id").execute()).map(
    ({ actor, action }) => `${actor}: ${action}`,
  );

test("a reported picture is hidden at once, and stays so until an operator restores it", async ({
  db,
  userId,
}) => {
  const { token, pictureId } = await share(db, userId);
  await report(db, token);
  expect(await findShared(db, token)).toBe("gone");
  await expect(sharePicture(db, { userId, pictureId, showsPrompt: false })).rejects.toMatchObject({
    code: "REFUSED",
  });
  // A second person finds it, too: both reports are settled at once.
  await report(db, token);

  const { reports } = await readAdmin(db);
  const ours = reports.filter((one) => one.note === "That is my face.");
  expect(ours).toHaveLength(2);
  expect(ours[0]?.pictureUrl).toMatch(/^http/);
  const choice = { operatorId: "user_op", reportId: ours[0]?.id ?? "", note: "It is a drawing" };
  await decideReport(db, { ...choice, decision: "restore" });
  expect(await findShared(db, token)).toMatchObject({ widthPx: 1 });
  await expect(decideReport(db, { ...choice, decision: "delete" })).rejects.toMatchObject({
    code: "NOT_READY",
  });
  expect(await auditOf(db)).toEqual([
    "reporter: reported and hidden",
    "reporter: reported and hidden",
    "user_op: restore",
    "user_op: restore",
  ]);
});

test("a picture that an operator deletes goes with its files, one that is kept hidden stays its owner's", async ({
  db,
  userId,
}) => {
  const [doomed, hidden] = [await share(db, userId), await share(db, userId)];
  for (const [{ token }, decision] of [
    [doomed, "delete"],
    [hidden, "keep-hidden"],
  ] as const) {
    await report(db, token);
    const { id } = await db
      .selectFrom("report")
      .select("id")
      .where("shareToken", "=", token)
      .executeTakeFirstOrThrow();
    await decideReport(db, { operatorId: "user_op", reportId: id, decision, note: "" });
    expect(await findShared(db, token)).toBe("gone");
  }
  const left = await db.selectFrom("picture").select("id").where("userId", "=", userId).execute();
  expect(left).toEqual([{ id: hidden.pictureId }]);
  const { length } = await db.selectFrom("deletion").select("id").where("userId", "=", userId).execute();
  expect(length).toBe(1);
});

test("a link that never was cannot be reported", async ({ db }) => {
  await expect(report(db, "a".repeat(24))).rejects.toMatchObject({ code: "NOT_FOUND" });
});
