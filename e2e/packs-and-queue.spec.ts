import { shownPictures } from "./fixtures/journey";
import { createPerson, setBalance, signIn } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

const SLOW_MS = 12_000;

test.describe("on a laptop, 1280 px", () => {
  test.use({ viewport: { width: 1280, height: 900 } });

  test("a pack runs while another press overtakes it, and what has not started is given back @alone", async ({
    page,
    db,
    vendors,
  }) => {
    const person = await createPerson(db, "pro");
    await setBalance(db, person.id, 7);
    await signIn(page, person);
    await page.getByRole("button", { name: "Packs" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: /^Dating/ }).click();
    await expect(dialog.getByRole("listitem")).toHaveCount(8);
    await expect(dialog.getByText("You have 7 credits left; this takes 8.")).toBeVisible();
    await expect(dialog.getByRole("button", { name: "Run the pack" })).toBeDisabled();

    await setBalance(db, person.id, 20);
    await page.reload();
    await vendors.fail("together", { on: "images", kind: "delay", ms: SLOW_MS, times: 4 });
    await page.getByRole("button", { name: "Packs" }).click();
    await dialog.getByRole("button", { name: /^Dating/ }).click();
    await expect(dialog.getByText("8 credits", { exact: true })).toBeVisible();
    await dialog.getByRole("button", { name: "Run the pack" }).click();
    const pack = page.getByRole("article", { name: "Dating" });
    await expect(pack.getByText(/^\d of 8 made\.$/)).toBeVisible();

    await page.getByLabel("Prompt", { exact: true }).fill("a lighthouse at dusk");
    await page.getByRole("radio", { name: "1", exact: true }).click();
    await page.getByRole("button", { name: "Generate" }).click();
    const queue = page.getByRole("region", { name: "Queue" });
    await queue.getByRole("button", { name: "Queue" }).click();
    await queue.getByRole("button", { name: "Make next: a lighthouse at dusk" }).click();
    await expect(queue.getByRole("listitem").first()).toContainText("a lighthouse at dusk");
    await pack.getByRole("button", { name: "Cancel the 4 that wait" }).click();
    await expect(page.getByText("4 pictures cancelled. 4 credits are back.")).toBeVisible();

    await expect(pack.getByText("4 of 4 made, 4 cancelled and given back.")).toBeVisible({ timeout: 60_000 });
    await expect(shownPictures(page)).toHaveCount(1);
    await expect(page.getByTestId("credit-balance")).toContainText("15 credits");
    await expect(queue).toBeHidden();
  });
});

test.describe("on a phone, 390 px", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("a picture is varied and made larger from the gallery", async ({ page, db }) => {
    const person = await createPerson(db, "pro");
    await signIn(page, person);
    await page.getByLabel("Prompt", { exact: true }).fill("a quiet harbour");
    await page.getByRole("radio", { name: "1", exact: true }).click();
    await page.getByRole("button", { name: "Generate" }).click();
    await expect(shownPictures(page)).toHaveCount(1);

    await page.goto("/gallery");
    await page.getByRole("button", { name: /^Open: a quiet harbour/ }).click();
    const remix = page.getByRole("dialog").getByRole("button", { name: "Remix" });
    await remix.click();
    await page.getByRole("menuitem", { name: /Upscale/ }).click();
    await expect(page.getByText("The larger picture is on its way.")).toBeVisible();
    await remix.click();
    await page.getByRole("menuitem", { name: /4 variations/ }).click();
    await expect(page.getByText("4 variations are on their way.")).toBeVisible();

    await expect
      .poll(
        async () => {
          const rows = await db
            .selectFrom("picture")
            .select(["widthPx", "status"])
            .where("userId", "=", person.id)
            .execute();
          return rows.map(({ widthPx, status }) => `${status} ${widthPx ?? 0}`).toSorted();
        },
        { timeout: 60_000 },
      )
      .toEqual(["ready 1536", ...Array.from({ length: 5 }, () => "ready 896")]);

    await page.goto("/studio");
    await expect(page.getByTestId("credit-balance").first()).toContainText("496 credits");
  });
});
