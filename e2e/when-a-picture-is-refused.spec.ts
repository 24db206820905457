import { generate, shownPictures } from "./fixtures/journey";
import { createPerson, setBalance, signIn } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

test("a refused picture is given back while its siblings stand @alone", async ({ page, db, vendors }) => {
  const person = await createPerson(db);
  await signIn(page, person);
  await vendors.fail("together", { on: "images", kind: "policy" });
  await generate(page, { prompt: "a lighthouse at dusk", count: 3 });

  await expect(shownPictures(page)).toHaveCount(2);
  const refused = page.getByRole("article").first().locator("[data-state=failed]");
  await expect(refused).toContainText("content policy");
  await expect(refused).toContainText("Your credit is back.");
  await expect(page.getByTestId("credit-balance")).toContainText("1 credit");
});

test("a provider that stumbles is asked again, and nobody pays twice @alone", async ({
  page,
  db,
  vendors,
}) => {
  const person = await createPerson(db);
  await signIn(page, person);
  await vendors.fail(
    "together",
    { on: "images", kind: "status", status: 503 },
    { on: "images", kind: "garbage" },
    { on: "images", kind: "status", status: 429 },
  );
  await generate(page, { prompt: "a lighthouse at dawn", count: 2 });
  await expect(shownPictures(page)).toHaveCount(2, { timeout: 60_000 });
  await expect(page.getByTestId("credit-balance")).toContainText("1 credit");
});

test("two tabs with one credit left make one picture", async ({ page, context, db }) => {
  const person = await createPerson(db);
  await setBalance(db, person.id, 1);
  await signIn(page, person);
  const other = await context.newPage();
  await other.goto("/studio");
  for (const tab of [page, other]) {
    await tab.getByLabel("Prompt").fill("a quiet harbour");
    await tab.getByRole("radio", { name: "1", exact: true }).click();
    await expect(tab.getByRole("button", { name: "Generate" })).toBeEnabled();
  }
  await Promise.all([page, other].map((tab) => tab.getByRole("button", { name: "Generate" }).click()));

  await expect
    .poll(async () => {
      const rows = await db.selectFrom("picture").select("status").where("userId", "=", person.id).execute();
      return rows.map((row) => row.status);
    })
    .toEqual(["ready"]);
  const account = await db
    .selectFrom("creditAccount")
    .select("balance")
    .where("userId", "=", person.id)
    .executeTakeFirst();
  expect(account?.balance).toBe(0);
  // The tab that came second is told, whichever it was.
  const told = () =>
    Promise.all([page, other].map((tab) => tab.getByText(/no credits left|none left/).count()));
  await expect.poll(async () => Math.max(...(await told()))).toBeGreaterThan(0);
});
