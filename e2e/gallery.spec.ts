import { expect, test } from "./fixtures/test";
import { fillGallery } from "./fixtures/fill-gallery";
import { createPerson, openSession } from "./fixtures/people";

test("a large gallery scrolls to its end, and its filters survive a reload", async ({ page, db }) => {
  const person = await createPerson(db);
  await fillGallery(db, { userId: person.id, count: 400, thumbnails: 12 });
  await openSession(page, person);
  await page.goto("/gallery");
  await expect(page.getByTestId("picture-count")).toHaveText("400 pictures");
  const tiles = page.locator("[data-picture]");
  await expect(tiles.first().locator("[data-state=shown]")).toBeVisible();
  expect(await tiles.count()).toBeLessThan(120);
  await expect(async () => {
    await page.mouse.wheel(0, 9_000);
    await expect(page.getByTestId("gallery-end")).toBeInViewport({ timeout: 100 });
  }).toPass();
  await expect(page.getByRole("button", { name: /^Open: .*number 400$/ })).toBeVisible();
  // Where the hand stops, pictures are asked for.
  const last = tiles.filter({ has: page.getByRole("button", { name: /^Open: .*number 400$/ }) });
  await expect(last.locator("[data-slot=picture-frame]")).not.toHaveAttribute("data-state", "empty");
  expect(await tiles.count()).toBeLessThan(120);

  await page.getByLabel("Style").selectOption("Anime");
  await page.getByRole("button", { name: "Favourites" }).click();
  await expect(page).toHaveURL(/\?style=anime&favourite=1$/);
  const found = await db
    .selectFrom("picture")
    .select((eb) => eb.fn.countAll<string>().as("count"))
    .where("userId", "=", person.id)
    .where("style", "=", "anime")
    .where("isFavourite", "=", true)
    .executeTakeFirstOrThrow();
  await expect(page.getByTestId("picture-count")).toContainText(found.count);
  await page.reload();
  await expect(page.getByTestId("picture-count")).toContainText(found.count);
  await expect(page.getByLabel("Style")).toHaveValue("anime");

  await page.getByLabel("Model").selectOption("Deleted models");
  await expect(page.getByRole("heading", { name: "No picture matches" })).toBeVisible();
  await page.getByRole("button", { name: "Show all pictures" }).click();
  await expect(page.getByTestId("picture-count")).toHaveText("400 pictures");

  await page.goto("/gallery?style=baroque&days=x&picture=nonsense");
  await expect(page.getByRole("dialog")).toContainText("cannot be shown");
});

test("everything in the gallery can be done by keys", async ({ page, db }) => {
  const person = await createPerson(db);
  const ids = await fillGallery(db, { userId: person.id, count: 60, thumbnails: 8 });
  await openSession(page, person);
  await page.goto("/gallery");
  await expect(page.locator("[data-picture]").first()).toBeVisible();
  const at = (index: number) => page.locator(`[data-picture="${ids[index] ?? ""}"]`);

  for (const key of ["j", "j", "k"]) await page.keyboard.press(key);
  await expect(at(0).getByRole("button").first()).toBeFocused();
  await page.keyboard.press("f");
  await expect(at(0).getByRole("button", { name: /^Favourite/ })).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Space");
  for (const key of ["ArrowRight", "ArrowRight", "Shift+Space"]) await page.keyboard.press(key);
  await expect(page.getByRole("toolbar")).toContainText("3 selected");

  await page.keyboard.press("c");
  const compare = page.getByRole("dialog", { name: "Compare" });
  await expect(compare.locator("[data-differs=true]")).toContainText(["Seed", "Prompt", "Style"]);
  await expect(compare.locator("[data-differs=false]")).toContainText(["Model", "FLUX model"]);
  await page.keyboard.press("Escape");
  await expect(compare).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("toolbar")).toHaveCount(0);

  await page.keyboard.press("d");
  await expect(page.getByTestId("picture-count")).toHaveText("59 pictures");
  await expect(page.getByText("Picture deleted")).toBeVisible();
  await page.keyboard.press("z");
  await expect(page.getByTestId("picture-count")).toHaveText("60 pictures");

  await page.keyboard.press("End");
  await expect(at(59).getByRole("button").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toContainText("number 60");
  await page.keyboard.press("k");
  await expect(page.getByRole("dialog")).toContainText("number 59");
  await page.keyboard.press("Escape");
  await expect(at(58).getByRole("button").first()).toBeFocused();

  await page.keyboard.press("?");
  await page.getByRole("switch", { name: "Single letters do something" }).press("Space");
  await page.keyboard.press("Escape");
  await page.keyboard.press("d");
  await expect(page.getByTestId("picture-count")).toHaveText("60 pictures");
});
