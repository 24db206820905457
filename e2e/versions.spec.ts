import { photoRules } from "~/catalog/photo-rules";

import { openDraft, startTraining, waitUntilReady } from "./fixtures/journey";
import { createPerson, openSession, signIn } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

test.use({ viewport: { width: 390, height: 844 } });

test("photos are changed and a second version is trained, used and the first deleted", async ({
  page,
  db,
}) => {
  const person = await createPerson(db, "creator");
  const photos = photoRules.minCount + 1;
  await openSession(page, person);
  await openDraft(page, { db, userId: person.id, name: "Barbara", photos });
  const modelId = await startTraining(page, "Instant");
  await waitUntilReady(page);
  const version = (number: number) =>
    page
      .getByTestId("version-card")
      .filter({ has: page.getByRole("heading", { name: `Version ${number}` }) });
  await expect(version(1)).toContainText("In use");

  await page.getByRole("button", { name: "Change photos" }).click();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await page
    .getByRole("list", { name: "Photos" })
    .getByRole("button", { name: /^Remove/ })
    .last()
    .click();
  await expect(page.getByTestId("photo-tile")).toHaveCount(photos - 1);
  await page.getByRole("button", { name: "Train new version" }).click();
  await expect(version(2)).toContainText("In use", { timeout: 60_000 });
  await expect(version(2)).toContainText(`${photos - 1} photos`);
  await expect(version(1)).toContainText("1 of them removed since");

  await page.getByRole("button", { name: "Use version 1" }).click();
  await expect(version(1)).toContainText("In use");
  await page.getByRole("button", { name: "Delete version 2" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete version" }).click();
  await expect(page.getByTestId("version-card")).toHaveCount(1);
  const { versionCount, status } = await db
    .selectFrom("model")
    .select(["versionCount", "status"])
    .where("id", "=", modelId)
    .executeTakeFirstOrThrow();
  expect({ versionCount, status }).toEqual({ versionCount: 2, status: "ready" });
});

test("a prompt that names a minor or another person is told of before the press, and refused", async ({
  page,
  db,
}) => {
  await signIn(page, await createPerson(db));
  await page.getByLabel("Prompt").fill("with a ch1ld on the beach");
  await expect(page.getByText("This prompt speaks of someone under 18")).toBeVisible();
  await page.getByLabel("Prompt").fill("beside Taylor Swift");
  await expect(page.getByText("This prompt names another real person")).toBeVisible();
  await page.getByRole("button", { name: "Generate" }).click();
  await expect(page.getByText("Nothing was started")).toBeVisible();
  await expect(page.getByTestId("credit-balance")).toContainText("3 credits");
  await page.getByLabel("Prompt").fill("in a baby blue dress");
  await expect(page.getByText("This prompt")).toHaveCount(0);
});
