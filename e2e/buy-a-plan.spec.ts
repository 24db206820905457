import { generate, shownPictures } from "./fixtures/journey";
import { createPerson, setBalance, signIn } from "./fixtures/people";
import { expectPlan, openCheckout, pay, readLedger } from "./fixtures/seller";
import { expect, test } from "./fixtures/test";

test("buys Creator with the second card, and makes a picture with it", async ({ page, db }) => {
  const person = await createPerson(db);
  await signIn(page, person);

  await openCheckout(page, "Creator");
  await pay(page, "4000 0000 0000 0002");
  await expect(page.getByRole("alert")).toHaveText("Your card was declined.");
  await expectPlan(page, "Free");

  await openCheckout(page, "Creator");
  await pay(page);
  await page.waitForURL(/\/plan\?checkout=/);
  await expect(page.getByText("You are on Creator")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByTestId("plan-renewal")).toContainText("$20 a month. Renews on");
  await expect(page.getByTestId("usage-credits")).toContainText("203");
  await expect(page.getByTestId("credit-balance")).toContainText("203 credits");
  await expect(page.getByTestId("invoice")).toHaveCount(1);
  await expect(page.getByTestId("invoice")).toContainText("$20.00");

  await page.goto("/studio");
  await generate(page, { prompt: "a lighthouse at dusk", count: 1 });
  await expect(shownPictures(page)).toHaveCount(1, { timeout: 30_000 });

  const lines = await readLedger(page);
  expect(lines.map(({ amount }) => amount)).toEqual([-1, 200, 3]);
  expect(lines.at(1)?.note).toContain("Creator");
  await page.getByRole("link", { name: "See the picture" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();

  await page.goto("/plan/ledger");
  const file = await page.request.get("/api/ledger");
  expect(file.headers()["content-type"]).toContain("text/csv");
  expect((await file.text()).trim().split("\r\n")).toHaveLength(4);

  await page.getByRole("button", { name: "Invoice" }).click();
  await page.waitForURL(/\/invoice\/\d+/);
  await expect(page.getByRole("heading", { name: /^Invoice \d+$/ })).toBeVisible();
});

test("coming back from the checkout grants nothing: it waits for the seller's word @alone", async ({
  page,
  db,
  seller,
  vendors,
}) => {
  const person = await createPerson(db);
  await signIn(page, person);
  await vendors.fail("lemonsqueezy", { on: "webhook", kind: "late", times: 4 });
  await openCheckout(page, "Pro");
  await pay(page);

  await expect(page.getByTestId("waiting-for-payment")).toContainText("Waiting for payment");
  await expect(page.getByTestId("plan-name")).toHaveText("Free");
  await expect(page.getByRole("button", { name: "Upgrade to Pro" })).toHaveCount(0);
  expect((await readLedger(page)).map(({ amount }) => amount)).toEqual([3]);

  await page.goBack();
  await expect(page.getByTestId("waiting-for-payment")).toBeVisible();
  await seller.wait(25);
  await expect(page.getByText("You are on Pro")).toBeVisible({ timeout: 20_000 });
  expect((await readLedger(page)).map(({ amount }) => amount)).toEqual([500, 3]);
});

test("webhooks that come twice and the wrong way round buy one month @alone", async ({
  page,
  db,
  vendors,
}) => {
  const person = await createPerson(db);
  await signIn(page, person);
  await vendors.fail(
    "lemonsqueezy",
    { on: "batch", kind: "shuffle" },
    { on: "webhook", kind: "forged" },
    { on: "webhook", kind: "duplicate", times: 3 },
  );
  await openCheckout(page, "Creator");
  await pay(page);
  await expect(page.getByText("You are on Creator")).toBeVisible({ timeout: 20_000 });
  expect((await readLedger(page)).map(({ amount }) => amount)).toEqual([200, 3]);
});

test("no credits left leads to the plan", async ({ page, db }) => {
  const person = await createPerson(db);
  await setBalance(db, person.id, 0);
  await signIn(page, person);
  await expect(page.getByText("You have no credits left.")).toBeVisible();
  await page.getByRole("link", { name: "See your plan" }).click();
  await expect(page.getByRole("heading", { name: "Plan", exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Upgrade to Creator" })).toBeVisible();
});
