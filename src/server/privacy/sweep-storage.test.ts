import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, inject } from "vitest";

import { test } from "~/kysely/testing/test";
import { openFileStore } from "~/local/uploadthing/file-store";
import { startUploadThing } from "~/local/uploadthing/start-uploadthing";
import { readToken } from "~/local/uploadthing/token";
import { newId } from "~/server/new-id";
import { addModel } from "~/server/testing/people";

import { listKeyedTables } from "./personal-tables";

const HOUR = 3_600_000;
const { apiKey, appId } = readToken(inject("vendorEnv")["UPLOADTHING_TOKEN"] ?? "");
const dir = await mkdtemp(join(tmpdir(), "likeness-sweep-"));

/** A file in the vendor's folder, put there before it starts: a thousand uploads would take a minute. */
const store = openFileStore(dir);
async function plant(ageHours: number): Promise<string> {
  const key = randomBytes(24).toString("hex");
  store.save({
    ...{ key, name: "a.jpg", sizeBytes: 1, type: "image/jpeg", customId: null, disposition: "inline" },
    ...{ acl: "private", slug: null, status: "Uploaded", uploadedAt: Date.now() - ageHours * HOUR },
    ...{ md5: "0", callback: "none", result: null },
  });
  await writeFile(store.bytesPath(key), "x");
  return key;
}
const plantMany = (count: number, ageHours = 48) =>
  Promise.all(Array.from({ length: count }, () => plant(ageHours)));

const [known, orphans, fresh, leaving] = [
  await plantMany(930),
  await plantMany(50),
  await plantMany(15, 2),
  await plantMany(5),
];
const vendor = await startUploadThing({ port: 0, dir, apiKey, appId });
process.env["UPLOADTHING_API_URL"] = vendor.origin; // eslint-disable-line no-restricted-properties -- before it is parsed
const { beginStorageSweep, endStorageSweep, noteStoredFiles } = await import("./sweep-storage");
const { deleteDroppedFiles } = await import("./delete-dropped-files");

test(
  "of a thousand files the sweep finds exactly the orphans, and the rows whose file is gone",
  { timeout: 60_000 },
  async ({ db, userId }) => {
    const modelId = await addModel(db, { userId, status: "ready" });
    const created = new Date(Date.now() - 72 * HOUR);
    const photo = (
      keys: { preparedKey?: string; thumbnailKey?: string; originalKey?: string },
      at = created,
    ) => ({
      ...{ id: newId(), userId, modelId, status: "ready" as const, name: "a", bytes: 1, createdAt: at },
      ...{ contentHash: newId(), ...keys },
    });
    const thirds = Array.from({ length: known.length / 3 }, (_, index) =>
      known.slice(index * 3, index * 3 + 3),
    );
    const whole = thirds.map(([originalKey, preparedKey, thumbnailKey]) =>
      photo({ originalKey, preparedKey, thumbnailKey } as { preparedKey: string }),
    );
    const lost = Array.from({ length: 20 }, () => photo({ preparedKey: newId() }));
    // Neither late nor lost: a row of this minute, and files whose deletion is written down.
    const young = photo({ preparedKey: newId() }, new Date());
    await db
      .insertInto("photo")
      .values([...whole, ...lost, young])
      .execute();
    const missing = new Set(lost.map((row) => row.id));
    const onTheirWay = { id: newId(), userId, subject: "photo", subjectId: "x" } as const;
    await db
      .insertInto("deletion")
      .values({ ...onTheirWay, fileKeys: JSON.stringify(leaving) })
      .execute();

    await beginStorageSweep(db);
    let pages = 1;
    while (await noteStoredFiles(db, { page: pages - 1 })) pages += 1;
    const swept = await endStorageSweep(db);

    expect(pages).toBe(2);
    expect(swept).toMatchObject({ files: 1000, orphans: 50 });
    expect(new Set(swept.missing.map((row) => row.id))).toEqual(missing);
    expect(swept.missing.every((row) => row.table === "photo" && row.column === "prepared_key")).toBe(true);

    const dropped = await db
      .selectFrom("deletion")
      .select(["id", "fileKeys"])
      .where("subject", "=", "orphan")
      .execute();
    expect(dropped.flatMap((row) => row.fileKeys).toSorted()).toEqual(orphans.toSorted());
    for (const { id } of dropped) await deleteDroppedFiles(db, { deletionIds: [id] });
    const left = openFileStore(dir)
      .list()
      .map((record) => record.key);
    expect(left.toSorted()).toEqual([...known, ...fresh, ...leaving].toSorted());
    await vendor.close();
    await rm(dir, { recursive: true, force: true });
  },
);

test("every table of keys says whose its rows are, so that none is forgotten by an erasure", async ({
  db,
}) => {
  const tables = await listKeyedTables(db);
  expect(tables.map((one) => one.table)).toEqual(expect.arrayContaining(["model", "photo", "picture"]));
  expect(tables.filter((one) => !one.hasUser)).toEqual([]);
});
