import { createPerson, signInByForm } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

test("sign out and back", async ({ page, db }) => {
  const person = await createPerson(db);
  await signInByForm(page, person);
  await page.getByRole("button", { name: /user (button|menu)/i }).click();
  await page.getByText("Sign out", { exact: true }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await page.goto("/gallery");
  await expect(page).toHaveURL(/\/sign-in/);

  await signInByForm(page, person);
  await expect(page.getByTestId("credit-balance")).toContainText("3 credits");
});
