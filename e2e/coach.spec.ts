import { readFile } from "node:fs/promises";

import sharp from "sharp";

import { addPhotos, agree } from "./fixtures/journey";
import { createPerson, openSession } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

const heicPhoto = new URL("../src/server/photos/testing/photo.heic", import.meta.url);

test("photos are looked at on the device, after consent and before they are sent", async ({
  page,
  photos,
  db,
}) => {
  const person = await createPerson(db);
  await openSession(page, person);
  await page.goto("/models/new");
  await page.getByLabel("Name").fill("Cecilia");
  await page.getByRole("radio", { name: "Woman" }).click();
  await page.getByRole("button", { name: "Continue" }).click();

  await expect(page.getByText("What is done with your photos")).toBeVisible();
  await expect(page.getByLabel("Photo files")).toHaveCount(0);
  await page.getByRole("button", { name: "Agree and choose photos" }).click();
  await expect(page.getByText("Confirm this to choose photos.")).toBeVisible();
  await agree(page);

  const good = await readFile(photos[2] ?? "");
  const jpeg = (name: string, buffer: Buffer) => ({ name, mimeType: "image/jpeg", buffer });
  await addPhotos(page, [
    jpeg("good.jpg", good),
    jpeg("again.jpg", await sharp(good).jpeg({ quality: 50 }).toBuffer()),
    jpeg("night.jpg", await sharp(photos[0]).autoOrient().linear(0.15, 0).jpeg().toBuffer()),
    jpeg("soft.jpg", await sharp(photos[8]).autoOrient().blur(9).jpeg().toBuffer()),
    { name: "phone.heic", mimeType: "image/heic", buffer: await readFile(heicPhoto) },
  ]);
  await expect(page.locator("[data-testid=photo-tile][data-state=ready]")).toHaveCount(5, {
    timeout: 60_000,
  });
  const coach = page.getByTestId("coach");
  await expect(coach).toContainText("Two look alike.");
  await expect(coach).toContainText("Add 5 more photos.");
  await coach.getByText("What could be better, photo by photo").click();
  const advice = (name: string) => coach.getByTestId("photo-advice").filter({ hasText: name });
  await expect(advice("again.jpg")).toContainText("Almost the same as good.jpg.");
  await expect(advice("night.jpg")).toContainText("very dark");
  await expect(advice("soft.jpg")).toContainText("blurred");
  await expect(advice("good.jpg").filter({ hasNotText: "Almost" })).toHaveCount(0);
  // Decoded in the browser, which cannot show it by itself.
  await expect(page.getByRole("img", { name: "phone.heic" })).toBeVisible();

  const rows = await db
    .selectFrom("photo")
    .select(["name", "measures", "deviceMeasures"])
    .where("userId", "=", person.id)
    .execute();
  for (const { name, measures, deviceMeasures } of rows) {
    expect(measures?.hashes, name).toHaveLength(12);
    expect(deviceMeasures?.hashes, name).toHaveLength(12);
    expect(Math.abs((measures?.brightness ?? 0) - (deviceMeasures?.brightness ?? 99)), name).toBeLessThan(3);
  }

  // A warning never blocks; what the user takes out goes.
  await coach.getByRole("button", { name: "Take out again.jpg" }).click();
  await expect(page.getByTestId("photo-tile")).toHaveCount(4);
  await expect(coach).not.toContainText("look alike");
  // After a reload the server's own numbers say the same.
  await page.reload();
  await expect(coach).toContainText("Add 6 more photos.");
  await coach.getByText("What could be better, photo by photo").click();
  await expect(advice("night.jpg")).toContainText("very dark");
  await expect(advice("soft.jpg")).toContainText("blurred");
});
