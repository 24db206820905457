import { sql } from "kysely";
import { describe, expect, vi } from "vitest";
import { fromBuffer } from "yauzl";

import { test } from "~/kysely/testing/test";
import { addModel, addUser } from "~/server/testing/people";
import { addPictures } from "~/server/testing/pictures";
import { storeFiles } from "~/server/vendors/uploadthing";

import { answerZip } from "./answer-zip";
import { deletePictures } from "./delete-pictures";
import { namePicture } from "./name-picture";
import { prepareZip } from "./prepare-zip";
import { streamZip } from "./stream-zip";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const store = (...contents: string[]) =>
  storeFiles(
    contents.map((text, index) => ({ name: `${index}.jpg`, type: "image/jpeg", body: bytesOf(text) })),
  );

/** The files of a ZIP by name, read by another library than wrote it. */
function unzip(zip: Buffer): Promise<Record<string, string>> {
  return new Promise((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: true }, (error, file) => {
      if (error) {
        reject(error);
        return;
      }
      const found: Record<string, string> = {};
      file.on("entry", (entry: { fileName: string }) => {
        file.openReadStream(entry as never, (failed, stream) => {
          if (failed) {
            reject(failed);
            return;
          }
          const pieces: Buffer[] = [];
          stream.on("data", (piece: Buffer) => pieces.push(piece));
          stream.on("end", () => {
            found[entry.fileName] = Buffer.concat(pieces).toString();
            file.readEntry();
          });
        });
      });
      file.on("end", () => resolve(found));
      file.on("error", reject);
      file.readEntry();
    });
  });
}

const read = async (answer: Response) => unzip(Buffer.from(await answer.arrayBuffer()));

describe("a ZIP", () => {
  test("has the chosen pictures by names that mean something, and their settings", async ({ db, userId }) => {
    const modelId = await addModel(db, { userId, status: "ready" });
    const keys = await store("first", "second");
    const pictureIds = await addPictures(db, {
      userId,
      modelId,
      modelName: "Ada",
      count: 2,
      keys,
      prompt: "Hiking above the clouds, ثعلب/..\\ \u{1F98A}",
    });
    const { zipId, count, bytes } = await prepareZip(db, { userId, pictureIds });
    expect({ count, bytes }).toEqual({ count: 2, bytes: 2000 });

    const answer = await answerZip(db, { userId, zipId });
    expect(answer.headers.get("content-disposition")).toMatch(/likeness-[\d-]{10}-2-pictures\.zip/);
    const files = await read(answer);
    const today = new Date().toISOString().slice(0, 10);
    const names = [1, 0].map(
      (index) => `${today}_ada_hiking-above-the-clouds-ثعلب_${pictureIds[index]?.slice(-6) ?? ""}.jpg`,
    );
    expect(Object.keys(files)).toEqual([...names, "manifest.json"]);
    expect([files[names[0]!], files[names[1]!]]).toEqual(["second", "first"]);
    expect(JSON.parse(files["manifest.json"] ?? "")).toMatchObject({
      digitalSourceType: "trainedAlgorithmicMedia",
      pictures: [
        { file: names[0], seed: 8, style: "anime", steps: 28, modelName: "Ada" },
        { file: names[1], seed: 7 },
      ],
      missing: [],
    });
    expect(files["manifest.json"]).not.toContain(keys[0]);
  });

  test("of a filter has all that match, and leaves out what was deleted since or is lost", async ({
    db,
    userId,
  }) => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const [key = ""] = await store("kept");
    const [kept = "", lost = "", deleted = ""] = await addPictures(db, {
      userId,
      count: 3,
      keys: [key, "AAAAAAAAlost", "AAAAAAAAdeleted"],
      style: "fantasy",
    });
    await addPictures(db, { userId, style: "anime" });
    const { zipId, count } = await prepareZip(db, { userId, filter: { style: "fantasy" } });
    expect(count).toBe(3);
    await deletePictures(db, { userId, pictureIds: [deleted] });
    const files = await read(await answerZip(db, { userId, zipId }));
    const manifest = JSON.parse(files["manifest.json"] ?? "") as {
      pictures: { id: string }[];
      missing: string[];
    };
    expect(manifest.pictures.map((picture) => picture.id)).toEqual([kept]);
    expect(manifest.missing.toSorted()).toEqual([lost, deleted].toSorted());
    expect(Object.keys(files)).toHaveLength(2);
    log.mockRestore();
  });

  test("is its owner's, and for an hour", async ({ db, userId }) => {
    const pictureIds = await addPictures(db, { userId, count: 1 });
    const { zipId } = await prepareZip(db, { userId, pictureIds });
    const strangerId = await addUser(db);
    await expect(prepareZip(db, { userId: strangerId, pictureIds })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const refused = [
      { userId: strangerId, zipId },
      { userId: null, zipId },
      { userId, zipId: "nonsense" },
    ];
    for (const request of refused) expect((await answerZip(db, request)).status).toBe(404);
    await db
      .updateTable("zip")
      .set({ createdAt: sql`now() - interval '61 minutes'` } as never)
      .where("id", "=", zipId)
      .execute();
    expect((await answerZip(db, { userId, zipId })).status).toBe(404);
  });

  test("stops when its reader goes away", async ({ db, userId }) => {
    const contents = Array.from({ length: 12 }, (_, index) => `${index}`.repeat(400_000));
    const keys = await store(...contents);
    const pictureIds = (
      await Promise.all(
        [0, 4, 8].map((at) => addPictures(db, { userId, count: 4, keys: keys.slice(at, at + 4) })),
      )
    ).flat();
    const stream = streamZip(db, { userId, pictureIds });
    const before = process.memoryUsage().arrayBuffers;
    await new Promise((resolve) => stream.once("readable", resolve));
    stream.read();
    // Nothing reads on, so nothing more is fetched than what is on its way.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4_000_000);
    stream.destroy();
    await vi.waitFor(() => {
      expect(stream.destroyed).toBe(true);
    });
  });
});

describe("namePicture", () => {
  test("keeps to what every file system takes", () => {
    const name = namePicture({
      id: "0190a000-0000-7000-8000-00000abcdef1",
      createdAt: new Date("2026-11-22T10:00:00Z"),
      modelName: "../Ada: \u0000 <b>",
      prompt: "x".repeat(500),
    });
    expect(name).toBe("2026-11-22_ada-b_bcdef1.jpg");
  });
});
