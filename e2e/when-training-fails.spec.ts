import { openDraft, startTraining, waitUntilReady } from "./fixtures/journey";
import { createPerson, openSession } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

test("a training that fails says why, gives back, and can be tried again @alone", async ({
  page,
  db,
  vendors,
}) => {
  const person = await createPerson(db, "creator");
  await openSession(page, person);
  await openDraft(page, { db, userId: person.id, name: "Lise" });
  await vendors.fail("together", { on: "training", kind: "status", status: 500, times: 4 });
  await startTraining(page, "Fine-tuned");

  await expect(page.getByTestId("model-status")).toHaveText("Failed", { timeout: 60_000 });
  await expect(page.getByRole("alert").first()).toContainText("Your fine-tuning is given back");
  await vendors.reset();

  await page.getByRole("button", { name: "Try again" }).click();
  await waitUntilReady(page);
  const uses = await db
    .selectFrom("fineTuningUse")
    .select(["attempt", "givenBackAt"])
    .where("userId", "=", person.id)
    .orderBy("attempt")
    .execute();
  expect(uses.map((use) => [use.attempt, use.givenBackAt !== null])).toEqual([
    [1, true],
    [2, false],
  ]);
});
