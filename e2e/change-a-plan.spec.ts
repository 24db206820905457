import type { Kysely } from "kysely";

import type { Database } from "~/kysely/schema";
import { newId } from "~/server/new-id";

import { createPerson, openSession } from "./fixtures/people";
import { buyPlan, expectPlan, readLedger } from "./fixtures/seller";
import { expect, test } from "./fixtures/test";

test("moves up to Pro in the middle of the month and pays for the rest of it", async ({
  page,
  db,
  seller,
}) => {
  const person = await createPerson(db);
  await openSession(page, person);
  await buyPlan(page, "Creator");
  // In the middle of any month: from 48 % of one of 28 days to 53 % of one of 31 is left.
  await seller.let(person, { act: "pass", days: 14.6 });
  await expect(async () => {
    await page.goto("/plan");
    await page.getByRole("button", { name: "Change to Pro" }).click();
    // Half of the difference of $20, give or take the length of the month.
    await expect(page.getByTestId("change-facts")).toContainText(/Today\$(9|10)\.\d\d/, { timeout: 3_000 });
  }).toPass({ timeout: 20_000 });

  const facts = page.getByTestId("change-facts");
  await expect(facts).toContainText("$40.00 a month");
  await expect(facts).toContainText(/\+1[45]\d credits/);
  await page.getByRole("alertdialog").getByRole("button", { name: "Change to Pro" }).click();
  await expect(page.getByRole("alertdialog")).toHaveCount(0, { timeout: 15_000 });
  await expect(page.getByTestId("plan-name")).toHaveText("Pro");
  await expect(page.getByTestId("invoice").first()).toContainText("change of plan");

  const [brought] = await readLedger(page);
  expect(brought?.note).toContain("Pro");
  expect(brought?.amount).toBeGreaterThan(140);
  expect(brought?.amount).toBeLessThan(160);

  await seller.let(person, { act: "renew" });
  await expect.poll(async () => (await readLedger(page)).at(0)?.amount, { timeout: 20_000 }).toBe(500);
});

test("cancels, keeps the plan until its end, and resumes", async ({ page, db, seller }) => {
  const person = await createPerson(db);
  await openSession(page, person);
  await buyPlan(page, "Creator");

  await page.goto("/plan");
  await page.getByRole("button", { name: "Cancel plan" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Cancel plan" }).click();
  await expect(page.getByTestId("plan-status")).toHaveText("Cancelled", { timeout: 15_000 });
  await expect(page.getByTestId("plan-name")).toHaveText("Creator");
  await expect(page.getByTestId("plan-renewal")).toContainText("Yours until");
  await expect(page.getByRole("button", { name: "Change to Pro" })).toHaveCount(0);
  expect((await seller.subscriptionsOf(person)).map(({ attributes }) => attributes.status)).toEqual([
    "cancelled",
  ]);

  await page.getByRole("button", { name: "Resume plan" }).click();
  await expect(page.getByTestId("plan-status")).toHaveText("Active", { timeout: 15_000 });
  await expect(page.getByTestId("plan-renewal")).toContainText("Renews on");
  expect((await readLedger(page)).map(({ amount }) => amount)).toEqual([200, 3]);
});

test("an expired plan falls to Free: older models are locked, nothing is deleted", async ({
  page,
  db,
  seller,
}) => {
  const person = await createPerson(db);
  await openSession(page, person);
  await buyPlan(page, "Creator");
  await insertModel(db, { userId: person.id, name: "Ada" });
  await insertModel(db, { userId: person.id, name: "Grace" });

  await seller.let(person, { act: "cancel" });
  await seller.let(person, { act: "pass", days: 32 });
  await expectPlan(page, "Free");
  await expect(page.getByRole("button", { name: "Upgrade to Creator" })).toBeVisible();
  await expect(page.getByTestId("usage-slots")).toContainText("1 over the 1 of your plan");

  await page.goto("/models");
  const card = (name: string) => page.getByTestId("model-card").filter({ hasText: name });
  await expect(card("Ada").getByTestId("model-locked")).toBeVisible();
  await expect(card("Grace").getByTestId("model-locked")).toHaveCount(0);
  await card("Ada").getByRole("link").click();
  await expect(page.getByText("This model is locked")).toBeVisible();
  await expect(page.getByRole("link", { name: "Make pictures" })).toHaveCount(0);
  await page.getByRole("link", { name: "See plans" }).click();

  const lines = await readLedger(page);
  expect(lines.slice(-2).map(({ amount }) => amount)).toEqual([200, 3]);

  await buyPlan(page, "Creator");
  await page.goto("/models");
  await expect(card("Ada").getByTestId("model-status")).toHaveText("Ready");
  await expect(page.getByTestId("model-locked")).toHaveCount(0);
});

async function insertModel(db: Kysely<Database>, model: { userId: string; name: string }): Promise<void> {
  await db
    .insertInto("model")
    .values({
      ...{ id: newId(), ...model, subject: "woman", kind: "instant", status: "ready" },
      ...{ triggerWord: `lk${newId().slice(-8)}`, step: null, expectedAt: null, deadlineAt: null },
      ...{ jobId: null, datasetKey: null, weightsKey: null, failure: null, queuedAt: null },
      finishedAt: new Date(),
    })
    .execute();
}
