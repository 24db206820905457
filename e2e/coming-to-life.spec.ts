import type { Page } from "@playwright/test";

import { fillGallery } from "./fixtures/fill-gallery";
import { createPerson, openSession } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

/** Everything a page runs then takes four times as long: there is time to do something before it is taken over. */
async function slowDown(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send("Emulation.setCPUThrottlingRate", { rate: 4 });
}

/** Keeps a page as the server sent it, until the scripts are let come. */
async function holdScripts(page: Page): Promise<() => void> {
  let letCome = () => {};
  const held = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await held;
    await route.continue();
  });
  return letCome;
}

// React rebuilds a page that differs from what the server sent; the fixtures count its word of that as a failure.
test("pages are taken over as the server sent them, with what was typed before", async ({ page, db }) => {
  await openSession(page, await createPerson(db));
  await slowDown(page);

  const prompt = page.getByLabel("Prompt", { exact: true });
  const balance = page.getByTestId("credit-balance");
  await page.goto("/studio", { waitUntil: "commit" });
  // Shown, that is: a field in a part that is still hidden cannot be written into.
  await prompt.click();
  await prompt.pressSequentially("reading by the window");
  await expect(balance).toBeVisible();
  await expect(prompt).toHaveValue("reading by the window");

  for (const path of ["/models", "/gallery"]) {
    await page.goto(path, { waitUntil: "commit" });
    await expect(balance).toBeVisible();
  }
});

test("a filter that is chosen as soon as it is there counts", async ({ page, db }) => {
  const person = await createPerson(db);
  await fillGallery(db, { userId: person.id, count: 40, thumbnails: 1 });
  await openSession(page, person);
  await slowDown(page);

  await page.goto("/gallery", { waitUntil: "commit" });
  await page.getByLabel("Style").selectOption("Anime");
  await expect(page).toHaveURL(/\?style=anime$/);
  await expect(page.getByLabel("Style")).toHaveValue("anime");
});

test("what is written before a page's scripts have come counts", async ({ page }) => {
  const letScriptsCome = await holdScripts(page);
  await page.goto("/receipt", { waitUntil: "commit" });
  await page.getByLabel("Receipt").fill("{}");
  letScriptsCome();
  await page.getByRole("button", { name: "Check receipt" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
});

test("a prompt that is written before the scripts have come counts, with the settings that were kept", async ({
  page,
  db,
}) => {
  await openSession(page, await createPerson(db));
  const prompt = page.getByLabel("Prompt", { exact: true });
  const anime = page.getByRole("radio", { name: /Anime/ });
  await page.goto("/studio");
  await prompt.fill("in the rain");
  await anime.click();
  await page.reload();
  await expect(prompt).toHaveValue("in the rain");

  const letScriptsCome = await holdScripts(page);
  await page.goto("/studio", { waitUntil: "commit" });
  await prompt.fill("in the sun");
  letScriptsCome();
  await expect(anime).toBeChecked();
  await expect(prompt).toHaveValue("in the sun");
});
