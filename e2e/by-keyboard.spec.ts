import { readFile } from "node:fs/promises";

import type { Locator, Page } from "@playwright/test";

import { shownPictures } from "./fixtures/journey";
import { createPerson } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

/** Tabs on until a control has the focus, as a person does who sees where it is. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (await control.evaluateAll((nodes) => nodes.some((node) => node === document.activeElement))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("The control cannot be reached by Tab.");
}

test("from sign-in to a downloaded picture, without a mouse", async ({ page, db }) => {
  // A hundred presses, each looked at.
  test.slow();
  const person = await createPerson(db);
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await tabTo(page, page.getByRole("link", { name: "Sign in" }).first());
  await page.keyboard.press("Enter");

  await page.waitForURL("**/sign-in**");
  await expect(page.getByLabel("Email address")).toBeVisible();
  await tabTo(page, page.getByLabel("Email address"));
  await page.keyboard.type(person.email);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Password", { exact: true })).toBeVisible();
  await tabTo(page, page.getByLabel("Password", { exact: true }));
  await page.keyboard.type(person.password);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/studio");
  await expect(page.getByTestId("credit-balance")).toContainText("3 credits");

  // The list of the select opens, moves and closes by keys, and gives the focus back.
  const fluxModel = page.getByRole("combobox", { name: "FLUX model" });
  await tabTo(page, fluxModel);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("listbox")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await expect(fluxModel).toBeFocused();

  await tabTo(page, page.getByLabel("Prompt"));
  await page.keyboard.type("a kite over the sea");
  await tabTo(page, page.getByRole("radiogroup", { name: "Count" }).getByRole("radio"));
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Space");
  await tabTo(page, page.getByRole("button", { name: "Generate" }));
  await page.keyboard.press("Enter");
  await expect(shownPictures(page).first()).toBeVisible();

  await tabTo(page, page.getByRole("link", { name: /^Open Picture 1/ }));
  await page.keyboard.press("Enter");
  await page.waitForURL("**/gallery?picture=*");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("a kite over the sea");
  await tabTo(page, dialog.getByRole("link", { name: "Download" }));
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  expect((await readFile(await download.path())).subarray(0, 3).toString("hex")).toBe("ffd8ff");

  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
});
