import { createPerson, openSession, setBalance } from "./fixtures/people";
import { buyPlan, expectPlan, readLedger } from "./fixtures/seller";
import { expect, test } from "./fixtures/test";

test("a renewal with 150 credits left rolls them over", async ({ page, db, seller }) => {
  const person = await createPerson(db);
  await openSession(page, person);
  await buyPlan(page, "Creator");
  await setBalance(db, person.id, 150);

  await seller.let(person, { act: "renew" });
  await expect
    .poll(async () => (await readLedger(page)).at(0), { timeout: 20_000 })
    .toMatchObject({ amount: 200, balance: 350 });
  await page.goto("/plan");
  await expect(page.getByTestId("invoice")).toHaveCount(2);
  await expect(page.getByTestId("invoice").first()).toContainText("renewal");

  // Once: of the 350, one month's 200 stay for the next.
  await seller.let(person, { act: "renew" });
  await expect
    .poll(async () => (await readLedger(page)).slice(0, 2), { timeout: 20_000 })
    .toMatchObject([{ amount: 200, balance: 400 }, { amount: -150 }]);
});

test("a refund takes back what is left of its credits, and never more", async ({ page, db, seller }) => {
  const person = await createPerson(db);
  await openSession(page, person);
  await buyPlan(page, "Creator");
  await setBalance(db, person.id, 120);

  await seller.let(person, { act: "refund" });
  await expect
    .poll(async () => (await readLedger(page)).at(0), { timeout: 20_000 })
    .toMatchObject({ amount: -120, balance: 0, note: "Taken back: its payment was refunded" });
  await page.goto("/plan");
  await expect(page.getByTestId("invoice")).toContainText("Refunded");
  await expect(page.getByTestId("invoice")).toContainText("($20.00 given back)");
});

test("a card that fails keeps the plan, and a better one pays at once", async ({ page, db, seller }) => {
  const person = await createPerson(db);
  await openSession(page, person);
  await buyPlan(page, "Creator");

  await seller.let(person, { act: "fail" });
  await expectPlan(page, "Creator", "Payment failed");
  await expect(page.getByText("The last payment failed")).toBeVisible();
  await expect(page.getByRole("button", { name: "Change to Pro" })).toHaveCount(0);
  expect((await readLedger(page)).map(({ amount }) => amount)).toEqual([200, 3]);

  await page.goto("/plan");
  await page.getByRole("button", { name: "Update payment method" }).click();
  await page.waitForURL(/payment-details/);
  await page.getByLabel("Card number").fill("4000 0000 0000 0002");
  await page.getByRole("button", { name: "Save card" }).click();
  await expect(page.getByRole("alert")).toHaveText("Your card was declined.");
  await page.getByLabel("Card number").fill("4242 4242 4242 4242");
  await page.getByRole("button", { name: "Save card" }).click();
  await expect(page.getByText("Your card is updated.")).toBeVisible();

  await expectPlan(page, "Creator", "Active");
  await expect
    .poll(async () => (await readLedger(page)).map(({ amount }) => amount), { timeout: 20_000 })
    .toEqual([200, -3, 200, 3]);
});

test("a card that never gets better ends the plan", async ({ page, db, seller }) => {
  const person = await createPerson(db);
  await openSession(page, person);
  await buyPlan(page, "Creator");
  await seller.let(person, { act: "fail" });
  await seller.let(person, { act: "give-up" });
  await expectPlan(page, "Free", "Unpaid");
  await seller.let(person, { act: "expire" });
  await expectPlan(page, "Free");
  await expect(page.getByTestId("plan-status")).toHaveCount(0, { timeout: 10_000 });
});

test("the portal at the seller changes the plan here too", async ({ page, db }) => {
  const person = await createPerson(db);
  await openSession(page, person);
  await buyPlan(page, "Creator");
  await page.goto("/plan");
  await page.getByRole("button", { name: "Payment method" }).click();
  await page.waitForURL(/payment-details/);
  await page.getByLabel("Card number").fill("5555 5555 5555 4444");
  await page.getByRole("button", { name: "Save card" }).click();
  await page.getByRole("button", { name: "Change to Pro" }).click();
  await expect(page.getByText("You are on Pro now.")).toBeVisible();
  await expectPlan(page, "Pro", "Active");
});
