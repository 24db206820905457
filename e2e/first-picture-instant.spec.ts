import { readFile } from "node:fs/promises";

import { fillWizard, generate, shownPictures, startTraining, waitUntilReady } from "./fixtures/journey";
import { expect, test } from "./fixtures/test";

test("from sign-up to a picture of oneself, with an Instant model", async ({ page, photos }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

  await page.goto("/sign-up");
  await page.getByLabel("Email address").fill(`first-${Date.now()}@example.test`);
  await page.getByLabel("Password", { exact: true }).fill("a-good-passphrase");
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await page.waitForURL("**/studio");
  await expect(page.getByTestId("credit-balance")).toContainText("3 credits");

  await fillWizard(page, { name: "Ada", photos });
  await startTraining(page, "Instant");
  await waitUntilReady(page);

  await page.getByRole("link", { name: "Make pictures" }).click();
  await expect(page.getByRole("combobox", { name: "Model", exact: true })).toContainText("Ada");
  await generate(page, { prompt: "reading in a sunlit library, wool sweater", count: 3 });
  await expect(shownPictures(page)).toHaveCount(3);
  await expect(page.getByTestId("credit-balance")).toContainText("0 credits");
  await expect(page.getByText("You have no credits left.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Generate" })).toBeDisabled();

  await page.getByRole("navigation").getByRole("link", { name: "Gallery" }).first().click();
  const pictures = page.getByRole("button", { name: /^Open: reading in a sunlit library/ });
  await expect(pictures).toHaveCount(3);
  await pictures.first().click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Photorealistic");

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("link", { name: "Download" }).click(),
  ]);
  const bytes = await readFile(await download.path());
  expect(bytes.subarray(0, 3).toString("hex")).toBe("ffd8ff");

  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("Picture deleted")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(pictures).toHaveCount(2);

  await pictures.first().click();
  await page.getByRole("dialog").getByRole("link", { name: "Use again" }).click();
  await expect(page.getByLabel("Prompt")).toHaveValue("reading in a sunlit library, wool sweater");
});
