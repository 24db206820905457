import { fillGallery } from "./fixtures/fill-gallery";
import { createPerson, openSession } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test("on a phone pictures are chosen by finger, deleted, and brought back", async ({ page, db }) => {
  const person = await createPerson(db);
  const ids = await fillGallery(db, { userId: person.id, count: 30, thumbnails: 8 });
  await openSession(page, person);
  await page.goto("/gallery");
  const count = page.getByTestId("picture-count");
  await expect(count).toHaveText("30 pictures");

  const first = page.locator(`[data-picture="${ids[0] ?? ""}"] button`).first();
  const touch = { pointerType: "touch", isPrimary: true, pointerId: 7 };
  await first.dispatchEvent("pointerdown", touch);
  await expect(page.getByRole("toolbar")).toContainText("1 selected");
  await first.dispatchEvent("pointerup", touch);
  for (const index of [1, 3])
    await page
      .locator(`[data-picture="${ids[index] ?? ""}"] button`)
      .first()
      .tap();
  await expect(page.getByRole("toolbar")).toContainText("3 selected");
  const deleted = page.waitForResponse(/pictures\.delete/);
  await page.getByRole("toolbar").getByRole("button", { name: "Delete" }).tap();
  await deleted;
  await expect(count).toHaveText("27 pictures");
  await page.reload();
  await expect(count).toHaveText("27 pictures");
  expect((await page.request.get(`/api/files/picture/${ids[0] ?? ""}?as=thumbnail`)).status()).toBe(404);

  await page
    .locator(`[data-picture="${ids[2] ?? ""}"] button`)
    .first()
    .tap();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).tap();
  await expect(page.getByRole("dialog")).toContainText("number 5");
  await page.getByRole("button", { name: "Undo" }).tap();
  await page.getByRole("button", { name: "Close" }).tap();
  await expect(count).toHaveText("27 pictures");
  await expect(page.locator(`[data-picture="${ids[2] ?? ""}"]`)).toBeVisible();
});

test("a deletion that cannot be sent brings the picture back and says why", async ({ page, db, context }) => {
  const person = await createPerson(db);
  await fillGallery(db, { userId: person.id, count: 6, thumbnails: 6 });
  await openSession(page, person);
  await page.goto("/gallery");
  await page.getByRole("button", { name: /^Open: .*number 1$/ }).tap();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("FLUX.2 dev");
  await context.setOffline(true);
  await dialog.getByRole("button", { name: "Delete" }).tap();
  await expect(page.getByText("The picture is still there")).toBeVisible();
  await context.setOffline(false);
  await dialog.getByRole("button", { name: "Close" }).tap();
  await expect(page.getByTestId("picture-count")).toHaveText("6 pictures");
});

test("a picture that was deleted in another tab says so", async ({ page, db, context }) => {
  const person = await createPerson(db);
  await fillGallery(db, { userId: person.id, count: 6, thumbnails: 6 });
  await openSession(page, person);
  await page.goto("/gallery");
  await expect(page.getByTestId("picture-count")).toHaveText("6 pictures");
  const other = await context.newPage();
  await other.goto("/gallery");
  await other.getByRole("button", { name: /^Open: .*number 2$/ }).tap();
  await other.getByRole("dialog").getByRole("button", { name: "Delete" }).tap();
  await expect(other.getByText("Picture deleted")).toBeVisible();
  await expect
    .poll(async () => {
      const gone = await db
        .selectFrom("picture")
        .select("id")
        .where("userId", "=", person.id)
        .where("deletedAt", "is not", null)
        .execute();
      return gone.length;
    })
    .toBe(1);

  await page.bringToFront();
  await page.getByRole("button", { name: /^Open: .*number 2$/ }).tap();
  await expect(page.getByRole("dialog")).toContainText("It may have been deleted.");
  await page.getByRole("button", { name: "Close" }).tap();
  await expect(page.getByTestId("picture-count")).toHaveText("5 pictures");
});
