import { readFile } from "node:fs/promises";

import exifr from "exifr";
import { unzipSync } from "fflate";
import type { Download, Page } from "@playwright/test";

import { fillGallery } from "./fixtures/fill-gallery";
import { createPerson, openSession } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

test("chosen pictures, and all that match, come as a ZIP whose pictures are marked", async ({ page, db }) => {
  const person = await createPerson(db);
  await fillGallery(db, {
    userId: person.id,
    count: 16,
    thumbnails: 16,
    files: { count: 16, bytes: 30_000 },
    modelName: "Ada",
  });
  await openSession(page, person);
  await page.goto("/gallery");
  await page.getByRole("button", { name: "Select", exact: true }).click();
  await page.getByRole("button", { name: /^Select: .*number 2$/ }).click();
  await page.getByRole("button", { name: /^Select: .*number 4$/ }).click({ modifiers: ["Shift"] });
  await page.getByRole("toolbar").getByRole("button", { name: "Download" }).click();
  await expect(page.getByRole("dialog", { name: "Download 3 pictures" })).toContainText("KB");
  const chosen = await unzip(await download(page));
  expect(Object.keys(chosen)).toHaveLength(4);
  for (const [name, bytes] of Object.entries(chosen)) {
    if (name === "manifest.json") continue;
    expect(name).toMatch(/^\d{4}-\d\d-\d\d_ada_[\p{L}-]+-number-[234]_[0-9a-f]{6}\.jpg$/u);
    const mark = (await exifr.parse(Buffer.from(bytes), { xmp: true })) as Record<string, string>;
    expect(mark["DigitalSourceType"]).toMatch(/trainedAlgorithmicMedia$/);
    expect(mark["identifier"]).toMatch(/^urn:uuid:/);
  }

  await page.getByRole("button", { name: "Done selecting" }).click();
  await page.getByLabel("Style").selectOption("Anime");
  await expect(page.getByTestId("picture-count")).toHaveText("2 pictures");
  await page.getByRole("button", { name: "Download these" }).click();
  const matching = await unzip(await download(page));
  const manifest = JSON.parse(Buffer.from(matching["manifest.json"] ?? []).toString()) as {
    pictures: { file: string; style: string }[];
  };
  expect(manifest.pictures.map((picture) => picture.style)).toEqual(["anime", "anime"]);
  for (const { file } of manifest.pictures) expect(matching[file]).toBeDefined();
});

async function download(page: Page): Promise<Download> {
  const [started] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download ZIP" }).click(),
  ]);
  expect(started.suggestedFilename()).toMatch(/^likeness-[\d-]{10}-\d+-pictures\.zip$/);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  return started;
}

async function unzip(file: Download): Promise<Record<string, Uint8Array>> {
  return unzipSync(new Uint8Array(await readFile(await file.path())));
}
