import {
  fillWizard,
  generate,
  openDraft,
  shownPictures,
  startTraining,
  waitUntilReady,
} from "./fixtures/journey";
import { createPerson, openSession } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

test("a picture of oneself with a Fine-tuned model, on Creator @alone", async ({
  page,
  photos,
  db,
  vendors,
}) => {
  const person = await createPerson(db, "creator");
  await openSession(page, person);
  await fillWizard(page, { name: "Grace", photos });
  const modelId = await startTraining(page, "Fine-tuned");

  await expect(page.getByRole("progressbar").first()).toBeVisible();
  await waitUntilReady(page);
  const model = await db.selectFrom("model").selectAll().where("id", "=", modelId).executeTakeFirstOrThrow();
  expect(model.datasetKey).toBeNull();
  const version = await db
    .selectFrom("modelVersion")
    .selectAll()
    .where("id", "=", model.activeVersionId)
    .executeTakeFirstOrThrow();
  expect(version).toMatchObject({ number: 1, kind: "fine-tuned", photoCount: 12 });
  expect(version.weightsKey).not.toBeNull();

  await page.getByRole("link", { name: "Make pictures" }).click();
  await expect(page.getByRole("combobox", { name: "Model", exact: true })).toContainText("Grace");
  await generate(page, { prompt: "hiking above the clouds at sunrise", count: 4 });
  await expect(shownPictures(page)).toHaveCount(4);
  await expect(page.getByTestId("credit-balance")).toContainText("199 credits");
  expect(await vendors.counts("together")).toMatchObject({ "POST /v1/queue/submit": 1 });
});

test("a training can be called off, and the fine-tuning comes back", async ({ page, db }) => {
  const person = await createPerson(db, "creator");
  await openSession(page, person);
  await openDraft(page, { db, userId: person.id, name: "Hedy" });
  await startTraining(page, "Fine-tuned");

  await page.getByRole("button", { name: "Cancel training" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Cancel training" }).click();
  await expect(page.getByTestId("model-status")).toHaveText("Cancelled");
  const { givenBackAt } = await db
    .selectFrom("fineTuningUse")
    .select("givenBackAt")
    .where("userId", "=", person.id)
    .executeTakeFirstOrThrow();
  expect(givenBackAt).not.toBeNull();
});
