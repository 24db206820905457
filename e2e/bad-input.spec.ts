import { readFile } from "node:fs/promises";

import sharp from "sharp";

import { addPhotos, agree, generate, shownPictures } from "./fixtures/journey";
import { createPerson, openSession, signIn } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

const heicPhoto = new URL("../src/server/photos/testing/photo.heic", import.meta.url);

test("files that are no good are named, with the reason, and the others stay", async ({
  page,
  photos,
  db,
}) => {
  await openSession(page, await createPerson(db));
  await page.goto("/models/new");
  await page.getByLabel("Name").fill("Vera");
  await page.getByRole("radio", { name: "Woman" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  await agree(page);

  const good = await readFile(photos[0] ?? "");
  const jpeg = (name: string, buffer: Buffer) => ({ name, mimeType: "image/jpeg", buffer });
  const plain = (side: number) =>
    sharp({ create: { width: side, height: side, channels: 3, background: "#468" } });
  const frames = await Promise.all([plain(600).png().toBuffer(), plain(600).negate().png().toBuffer()]);
  await addPhotos(page, [
    jpeg("good.jpg", good),
    jpeg("same-again.jpg", good),
    jpeg("really-a-pdf.jpg", Buffer.from("%PDF-1.7 not a photo at all")),
    jpeg(
      "drawing.svg.jpg",
      Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
    ),
    jpeg("empty.jpg", Buffer.alloc(0)),
    jpeg("tiny.jpg", await plain(300).jpeg().toBuffer()),
    jpeg("cut-off.jpg", good.subarray(0, good.length / 2)),
    jpeg("bomb.png", await plain(12_000).png().toBuffer()),
    jpeg(
      "moving.webp",
      await sharp(frames, { join: { animated: true } })
        .webp()
        .toBuffer(),
    ),
    { name: "from-a-phone.heic", mimeType: "image/heic", buffer: await readFile(heicPhoto) },
  ]);

  const page_ = page.getByRole("main");
  await expect(page_).toContainText("really-a-pdf.jpg");
  await expect(page_).toContainText("This is not a JPEG, PNG, WebP or HEIC photo.");
  await expect(page_).toContainText("drawing.svg.jpg");
  await expect(page_).toContainText("This file is empty.");
  await expect(page_).toContainText("under 512 pixels");
  await expect(page_).toContainText("more pixels than a camera makes");
  await expect(page_).toContainText("damaged");
  await expect(page_).toContainText("moving.webp");
  await expect(page_).toContainText("same-again.jpg");
  await expect(page.locator("[data-testid=photo-tile][data-state=ready]")).toHaveCount(2);
  await expect(page.getByTestId("photo-count")).toContainText("2 of 10–20");
  await expect(page.getByRole("button", { name: "Continue" })).toBeDisabled();

  await page.reload();
  await addPhotos(page, [jpeg("once-more.jpg", good)]);
  await expect(page_).toContainText("Same photo as good.jpg.");
});

test("nine photos are too few, and the twenty-first is one too many", async ({ page, db }) => {
  test.setTimeout(180_000);
  await openSession(page, await createPerson(db));
  await page.goto("/models/new");
  await page.getByLabel("Name").fill("Vera");
  await page.getByRole("radio", { name: "Woman" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  await agree(page);

  const files = await Promise.all(
    Array.from({ length: 21 }, async (_, index) => ({
      name: `photo-${index + 1}.jpg`,
      mimeType: "image/jpeg",
      buffer: await sharp({
        create: { width: 600, height: 600, channels: 3, background: { r: index * 10, g: 90, b: 120 } },
      })
        .jpeg()
        .toBuffer(),
    })),
  );
  const ready = page.locator("[data-testid=photo-tile][data-state=ready]");
  await addPhotos(page, files.slice(0, 9));
  await expect(ready).toHaveCount(9, { timeout: 60_000 });
  await expect(page.getByTestId("photo-count")).toContainText("9 of 10–20");
  await expect(page.getByRole("button", { name: "Continue" })).toBeDisabled();

  await addPhotos(page, files.slice(9));
  await expect(ready).toHaveCount(20, { timeout: 60_000 });
  await expect(page.getByRole("main")).toContainText("photo-21.jpg");
  await expect(page.getByRole("main")).toContainText("A model takes at most 20 photos.");
  await expect(page.getByRole("button", { name: "Continue" })).toBeEnabled();
});

test("prompts of nothing, of 5,000 characters, of emoji and right to left; a seed out of range", async ({
  page,
  db,
}) => {
  const person = await createPerson(db);
  await signIn(page, person);
  const prompt = page.getByLabel("Prompt");
  await page.getByRole("button", { name: "Generate" }).click();
  await expect(page.getByText("Write what the picture should show")).toBeVisible();

  await prompt.fill("x".repeat(5_000));
  await page.getByRole("button", { name: "Generate" }).click();
  await expect(
    page.getByText("4000 characters too long").or(page.getByText("4,000 characters too long")),
  ).toBeVisible();

  await prompt.fill("a red kite");
  await page.getByRole("button", { name: "Advanced" }).click();
  await page.getByLabel("Seed").fill("99999999999");
  await page.getByRole("button", { name: "Generate" }).click();
  await expect(page.getByText("A seed is a whole number from 0")).toBeVisible();
  const { balance } = await db
    .selectFrom("creditAccount")
    .select("balance")
    .where("userId", "=", person.id)
    .executeTakeFirstOrThrow();
  expect(balance).toBe(3);

  await page.getByLabel("Seed").fill("7");
  await generate(page, { prompt: "\u{1F98A} ثعلب في الثلج", count: 1 });
  await expect(shownPictures(page)).toHaveCount(1);
  await expect(page.getByRole("article").first()).toContainText("ثعلب في الثلج");
});
