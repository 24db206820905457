import { sql } from "kysely";
import { describe, expect } from "vitest";

import type { PictureFilter } from "~/catalog/gallery-rules";
import { test } from "~/kysely/testing/test";
import type { Db } from "~/kysely/database";
import { createGeneration } from "~/server/generations/create-generation";
import { deleteModel } from "~/server/models/delete-model";
import { lowestIdAt } from "~/server/new-id";
import { addModel, addUser } from "~/server/testing/people";
import { addPictures } from "~/server/testing/pictures";

import { deletePictures } from "./delete-pictures";
import { favourPictures } from "./favour-pictures";
import { countPicturesOf, listPicturesOf, selectPicturePage } from "./list-pictures";

async function ids(db: Db, userId: string, filter: PictureFilter) {
  const rows = await listPicturesOf(db, { userId, filter, before: undefined, limit: 50 });
  expect(await countPicturesOf(db, { userId, filter })).toBe(rows.length);
  return rows.map((row) => row.id);
}

describe("listPicturesOf", () => {
  test("goes on where a page ended, newest first", async ({ db, userId }) => {
    const made = [
      ...(await addPictures(db, { userId, count: 4 })),
      ...(await addPictures(db, { userId, count: 3 })),
    ];
    const newestFirst = made.toReversed();
    const first = await listPicturesOf(db, { userId, filter: {}, before: undefined, limit: 4 });
    const rest = await listPicturesOf(db, { userId, filter: {}, before: first.at(-1)?.id, limit: 4 });
    expect([...first, ...rest].map((row) => row.id)).toEqual(newestFirst);
  });

  test("finds by model, by none, by those that are deleted, by style and by favourite", async ({
    db,
    userId,
  }) => {
    const modelId = await addModel(db, { userId, status: "ready" });
    const eve = await addModel(db, { userId, status: "ready" });
    const [ada = ""] = await addPictures(db, { userId, modelId, modelName: "Ada", style: "fantasy" });
    const [noOne = ""] = await addPictures(db, { userId, style: "anime" });
    const [gone = ""] = await addPictures(db, { userId, modelId: eve, modelName: "Eve", style: "anime" });
    await deleteModel(db, { userId, modelId: eve });
    await favourPictures(db, { userId, pictureIds: [noOne], isFavourite: true });
    const wishes: [PictureFilter, string[]][] = [
      [{}, [gone, noOne, ada]],
      [{ model: modelId }, [ada]],
      [{ model: "none" }, [noOne]],
      [{ model: "deleted" }, [gone]],
      [{ style: "anime" }, [gone, noOne]],
      [{ isFavourite: true }, [noOne]],
      [{ isFavourite: true, style: "fantasy" }, []],
    ];
    for (const [filter, found] of wishes)
      expect(await ids(db, userId, filter), JSON.stringify(filter)).toEqual(found);
  });

  test("finds by when a picture was made", async ({ db, userId }) => {
    const [now = ""] = await addPictures(db, { userId });
    const [old = ""] = await addPictures(db, { userId });
    const lastYear = new Date("2025-11-22T12:00:00Z");
    const oldId = lowestIdAt(lastYear);
    await db.updateTable("picture").set({ id: oldId }).where("id", "=", old).execute();
    expect(await ids(db, userId, { days: 30 })).toEqual([now]);
    expect(await ids(db, userId, { from: "2025-11-22T12:00:00Z", to: "2025-11-23T00:00:00Z" })).toEqual([
      oldId,
    ]);
    expect(await ids(db, userId, { to: "2025-11-22T12:00:00Z" })).toEqual([]);
  });

  test("finds what the studio makes", async ({ db }) => {
    const userId = await addUser(db);
    const modelId = await addModel(db, { userId, status: "ready" });
    const settings = { fluxModel: "flux-2-dev", prompt: "a kite", style: "fantasy", aspect: "1:1" } as const;
    const free = { count: 1, steps: null, guidance: null, seed: null };
    await createGeneration(db, { userId, requestId: crypto.randomUUID(), modelId, ...settings, ...free });
    await db.updateTable("picture").set({ status: "ready" }).where("userId", "=", userId).execute();
    expect(await ids(db, userId, { model: modelId, style: "fantasy" })).toHaveLength(1);
    expect(await ids(db, userId, { model: "none" })).toHaveLength(0);
  });

  test("shows nothing of anyone else's, of what is deleted, or of what is not made", async ({
    db,
    userId,
  }) => {
    const strangerId = await addUser(db);
    const modelId = await addModel(db, { userId: strangerId, status: "ready" });
    await addPictures(db, { userId: strangerId, modelId, modelName: "Ada" });
    const pictureIds = await addPictures(db, { userId, count: 2 });
    await deletePictures(db, { userId, pictureIds: pictureIds.slice(0, 1) });
    await db
      .updateTable("picture")
      .set({ status: "queued" })
      .where("id", "=", pictureIds[1] ?? "")
      .execute();
    expect(await ids(db, userId, {})).toEqual([]);
    expect(await ids(db, userId, { model: modelId })).toEqual([]);
  });

  test("reads little of 10,000 pictures, whatever it is asked for", async ({ db, userId }) => {
    const modelId = await addModel(db, { userId, status: "ready" });
    await addGenerations(db, { userId, modelId, count: 2500, each: 4 });
    // Others' of the same months, so that one user's are a part of the tables in every stretch of time.
    await addGenerations(db, { userId: await addUser(db), modelId: null, count: 25_000, each: 1 });
    const wishes: PictureFilter[] = [
      {},
      { isFavourite: true },
      { style: "fantasy" },
      { model: modelId },
      { model: modelId, style: "fantasy", isFavourite: true },
      { days: 7 },
      { from: "2026-01-01T00:00:00Z", to: "2026-02-01T00:00:00Z" },
    ];
    for (const filter of wishes) {
      const { plan, blocks } = await explain(db, userId, filter);
      expect(plan, JSON.stringify(filter)).not.toContain("Seq Scan");
      expect(blocks, `${JSON.stringify(filter)}\n${plan}`).toBeLessThan(1000);
    }
  });
});

/** About three. */
const MONTHS_MS = 100 * 86_400_000;

/** Generations over these months; one in eight a fantasy, one in forty of the model, one picture in fifty a favourite. */
async function addGenerations(
  db: Db,
  wish: { userId: string; modelId: string | null; count: number; each: number },
): Promise<void> {
  const { userId, modelId, count, each } = wish;
  const apartMs = Math.round(MONTHS_MS / count);
  const idOf = (g: string, salt: string) =>
    sql.raw(
      `(lpad(to_hex((extract(epoch from now()) * 1000)::bigint - ${g}::bigint * ${apartMs}), 12, '0') || '70008' || substr(md5(${salt} || '${userId}'), 1, 15))::uuid`,
    );
  await sql`
    insert into generation (id, user_id, request_id, model_id, model_name, flux_model, status, prompt, style, aspect, count, seed, price, deadline_at)
    select ${idOf("g", "g")}, ${userId}, gen_random_uuid(), case when g % 40 = 0 then ${modelId}::uuid end, 'Ada',
      'flux-2-dev', 'done', 'a red kite over the hills ' || g, case when g % 8 = 0 then 'fantasy' else 'anime' end,
      '4:5', 4, g, 4, now()
    from generate_series(1, ${sql.lit(count)}) g`.execute(db);
  await sql`
    insert into picture (id, user_id, generation_id, position, style, model_id, status, seed, width_px, height_px, bytes, is_favourite)
    select ${idOf("g", "g || '-' || p")}, ${userId}, ${idOf("g", "g")}, p,
      case when g % 8 = 0 then 'fantasy' else 'anime' end, case when g % 40 = 0 then ${modelId}::uuid end, 'ready', g, 896, 1120, 1000, (g * 4 + p) % 50 = 0
    from generate_series(1, ${sql.lit(count)}) g, generate_series(0, ${sql.lit(each - 1)}) p`.execute(db);
  await sql`analyze generation`.execute(db);
  await sql`analyze picture`.execute(db);
}

/** How Postgres goes about a page, and how many of its 8 KiB blocks it looks at. */
async function explain(db: Db, userId: string, filter: PictureFilter) {
  const page = { userId, filter, before: undefined, limit: 160 };
  const rows: object[] = await selectPicturePage(db, page).explain("text", sql`analyze, buffers, costs off`);
  const lines = rows.map((row) => String(Object.values(row)[0]));
  // The topmost line counts what is below it too.
  const counts = lines.find((line) => line.includes("Buffers:"))?.matchAll(/(?:hit|read)=(\d+)/g) ?? [];
  const blocks = [...counts].reduce((sum, [, count]) => sum + Number(count), 0);
  return { plan: lines.join("\n"), blocks };
}
