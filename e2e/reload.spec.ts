import { agree, generate, openDraft, shownPictures, startTraining, waitUntilReady } from "./fixtures/journey";
import { createPerson, openSession } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

test("a reload in mid-training and in mid-generation loses nothing @alone", async ({ page, db, vendors }) => {
  const person = await createPerson(db, "creator");
  await openSession(page, person);
  await openDraft(page, { db, userId: person.id, name: "Rosalind" });
  await startTraining(page, "Fine-tuned");
  await expect(page.getByTestId("model-status")).toHaveText("Training");
  await page.reload();
  await waitUntilReady(page);

  await page.getByRole("link", { name: "Make pictures" }).click();
  await vendors.fail("together", { on: "images", kind: "delay", ms: 3_000, times: 2 });
  await generate(page, { prompt: "on a sailing boat, bright sky", count: 2 });
  await expect(page.getByText("on a sailing boat, bright sky").first()).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(1);
  await page.reload();
  await expect(shownPictures(page)).toHaveCount(2);
});

test("a draft survives a reload", async ({ page, photos, db }) => {
  await openSession(page, await createPerson(db));
  await page.goto("/models/new");
  await page.getByLabel("Name").fill("Mary");
  await page.reload();
  await expect(page.getByLabel("Name")).toHaveValue("Mary");
  await page.getByRole("radio", { name: "Woman" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  await agree(page);
  await page.getByLabel("Photo files").setInputFiles(photos.slice(0, 3));
  await expect(page.locator("[data-testid=photo-tile][data-state=ready]")).toHaveCount(3);
  await page.reload();
  await expect(page.locator("[data-testid=photo-tile][data-state=ready]")).toHaveCount(3);
});
