import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";

import { neonConfig } from "@neondatabase/serverless";
import { afterAll, expect, inject, test } from "vitest";
import ws from "ws";
import yauzl from "yauzl";

import { consent } from "~/catalog/consent";
import { connect } from "~/kysely/connect";
import { configureNeon } from "~/kysely/neon";
import { newId } from "~/server/new-id";
import { addModel, addUser } from "~/server/testing/people";
import { deleteFiles, storeFile } from "~/server/vendors/uploadthing";

import { answerExport } from "./answer-export";
import { beginExport } from "./begin-export";
import { startGeneration } from "./testing/start-generation";

neonConfig.webSocketConstructor = ws;
configureNeon(inject("neonProxy"));
/** Committed for real: a stream outlives a transaction. */
const db = connect(inject("databaseUrl"), 3);
const people: string[] = [];
afterAll(async () => {
  await db.deleteFrom("appUser").where("id", "in", people).execute();
  await db.destroy();
});

async function addPerson(): Promise<string> {
  const userId = await addUser(db);
  people.push(userId);
  return userId;
}

const store = (text: string) =>
  storeFile({ name: "a.jpg", type: "image/jpeg", body: new TextEncoder().encode(text) });

async function addPicture(userId: string, storageKey: string): Promise<string> {
  const [id, generationId] = [newId(), await startGeneration(db, userId)];
  await db
    .insertInto("picture")
    .values({
      id,
      userId,
      generationId,
      position: 0,
      status: "ready",
      seed: 1,
      storageKey,
      style: "anime",
      modelId: null,
    })
    .execute();
  return id;
}

/** Opens a ZIP with another library than the one that wrote it. */
async function unzip(response: Response): Promise<Map<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), "likeness-export-"));
  const path = join(folder, "export.zip");
  await writeFile(path, Buffer.from(await response.arrayBuffer()));
  const zip = await promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open)(path, { lazyEntries: true });
  const entries = new Map<string, string>();
  await new Promise<void>((resolve, reject) => {
    zip.on("entry", (entry: yauzl.Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) {
          reject(error);
          return;
        }
        void buffer(stream).then((bytes) => {
          entries.set(entry.fileName, bytes.toString());
          zip.readEntry();
        }, reject);
      });
    });
    zip.once("end", resolve).once("error", reject);
    zip.readEntry();
  });
  await rm(folder, { recursive: true });
  return entries;
}

test("an export opens, holds all that is kept of a user, and nothing of another's", async () => {
  const [userId, stranger] = [await addPerson(), await addPerson()];
  const modelId = await addModel(db, { userId, status: "ready", agrees: false });
  const photoId = newId();
  const keys = { preparedKey: await store("my photo"), thumbnailKey: await store("thumbnail") };
  await db
    .insertInto("photo")
    .values({ id: photoId, userId, modelId, status: "ready", name: "beach.jpg", bytes: 8, ...keys })
    .execute();
  const { version, statement } = consent;
  await db
    .insertInto("consent")
    .values({ id: newId(), userId, modelId, version, statement, addressHash: null })
    .execute();
  const pictures: string[] = [];
  for (let made = 0; made < 12; made++)
    pictures.push(await addPicture(userId, await store(`picture ${made}`)));
  const lostKey = await store("lost");
  const lost = await addPicture(userId, lostKey);
  await deleteFiles([lostKey]);
  await addPicture(stranger, await store("not mine"));

  const { exportId } = await beginExport(db, userId);
  const answer = await answerExport(db, { userId, exportId });
  expect(answer.headers.get("content-type")).toBe("application/zip");
  const entries = await unzip(answer);

  const json = (name: string) => JSON.parse(entries.get(name) ?? "null") as Record<string, unknown>[];
  expect(entries.get("README.txt")).toContain("photos.json");
  expect(json("settings.json")).toMatchObject([{ id: userId, retention: "30-days" }]);
  expect(json("models.json")).toMatchObject([{ id: modelId, name: "Ada" }]);
  expect(json("photos.json")).toMatchObject([{ id: photoId, name: "beach.jpg" }]);
  expect(json("prompts.json")).toHaveLength(13);
  expect(json("pictures.json").map((row) => row["id"])).toEqual([...pictures, lost]);
  expect(json("ledger.json")).toMatchObject([{ reason: "sign-up", amount: 3 }]);
  expect(json("consents.json")).toMatchObject([{ version, statement }]);
  expect(json("invoices.json")).toEqual([]);
  const files = [...entries].filter(([name]) => name.includes("/"));
  expect(files.filter(([name]) => name.startsWith("photos/"))).toMatchObject([
    [expect.stringContaining(photoId.slice(-12)), "my photo"],
  ]);
  expect(files.filter(([name]) => name.startsWith("pictures/")).map(([, text]) => text)).toEqual(
    Array.from({ length: 12 }, (_, made) => `picture ${made}`),
  );
  expect(entries.get("not-included.txt")).toContain(lost.slice(-12));
  const whole = [...entries.values()].join();
  for (const not of [stranger, "not mine", keys.preparedKey]) expect(whole).not.toContain(not);
});

test("an export that is asked for twice is clear, and a stranger's door is shut", async () => {
  const [userId, stranger] = [await addPerson(), await addPerson()];
  await addPicture(userId, await store("x".repeat(5_000_000)));
  const { exportId } = await beginExport(db, userId);
  // Not fetched yet: the same one again.
  expect(await beginExport(db, userId)).toEqual({ exportId });
  expect((await answerExport(db, { userId: stranger, exportId })).status).toBe(404);
  expect((await answerExport(db, { userId: null, exportId })).status).toBe(401);
  expect((await answerExport(db, { userId, exportId: "../../etc" })).status).toBe(404);

  const first = await answerExport(db, { userId, exportId });
  await expect(beginExport(db, userId)).rejects.toMatchObject({ code: "NOT_READY" });
  const second = await answerExport(db, { userId, exportId });
  expect(second.status).toBe(409);
  expect(await second.text()).toContain("downloaded already");
  expect((await beginExport(db, stranger)).exportId).not.toBe(exportId);

  // Broken off by the reader: another may be asked for at once.
  await first.body?.cancel();
  await expect.poll(() => beginExport(db, userId).catch(() => undefined)).toBeDefined();
});
