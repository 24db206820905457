import type { Page } from "@playwright/test";

import { createPerson, signInByForm } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

test("sign out and back", async ({ page, db }) => {
  const person = await createPerson(db);
  await signInByForm(page, person);
  await page.goto("/models/new");
  await page.getByLabel("Name").fill("Ines");
  await expect.poll(() => keptHere(page)).toContain("Ines");
  await page.getByRole("button", { name: /user (button|menu)/i }).click();
  await page.getByText("Sign out", { exact: true }).click();
  await page.waitForURL((url) => url.pathname === "/");
  // What was typed is not left for who sits down next.
  await expect.poll(() => keptHere(page)).not.toContain("Ines");
  await page.goto("/gallery");
  await expect(page).toHaveURL(/\/sign-in/);

  await signInByForm(page, person);
  await expect(page.getByTestId("credit-balance")).toContainText("3 credits");
});

/** What the browser keeps for this origin, beyond cookies. */
function keptHere(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify(localStorage));
}
