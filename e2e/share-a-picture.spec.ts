import sharp from "sharp";

import { fillGallery } from "./fixtures/fill-gallery";
import { createPerson, openSession } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

test("a picture is shared by a link, shown to anyone who has it, and no longer once its owner says so", async ({
  page,
  db,
  browser,
}) => {
  const person = await createPerson(db);
  const ids = await fillGallery(db, {
    userId: person.id,
    count: 2,
    thumbnails: 2,
    files: { count: 2, bytes: 40_000 },
    modelName: "Ada Lovelace",
  });
  await openSession(page, person);
  await page.goto(`/gallery?picture=${ids[0] ?? ""}`);
  await page.getByRole("dialog").getByRole("button", { name: "Share" }).click();
  const share = page.getByRole("dialog", { name: "Share this picture" });
  await expect(share.getByRole("textbox", { name: "Link" })).toHaveCount(0);
  const link = share.getByRole("switch", { name: "Anyone with the link can see it" });
  await link.click();
  const address = await share.getByRole("textbox", { name: "Link" }).inputValue();
  expect(address).toMatch(/\/s\/[\w-]{24}$/);

  const stranger = await browser.newContext();
  const visit = await stranger.newPage();
  const answer = await visit.goto(address);
  expect(answer?.status()).toBe(200);
  await expect(visit.locator("[data-slot=picture-frame][data-state=shown]")).toBeVisible();
  const html = (await answer?.text()) ?? "";
  for (const secret of ["Ada Lovelace", "number 1", person.id, person.email, ids[0] ?? ""]) {
    expect(html).not.toContain(secret);
  }
  await expect(visit.locator("meta[name=robots]")).toHaveAttribute("content", "noindex, nofollow");
  const preview = await visit.locator("meta[property='og:image']").getAttribute("content");
  expect(new URL(preview ?? "").origin).toBe(new URL(address).origin);
  const card = await (await stranger.request.get(preview ?? "")).body();
  expect(await sharp(card).metadata()).toMatchObject({ format: "jpeg", width: 1200, height: 630 });

  await share.getByRole("switch", { name: "Show the prompt" }).click();
  await expect(share.getByRole("switch", { name: "Show the prompt" })).toBeChecked();
  await visit.reload();
  await expect(visit.getByText("number 1")).toBeVisible();

  await link.click();
  await expect(share.getByRole("textbox", { name: "Link" })).toHaveCount(0);
  const door = address.replace("/s/", "/api/shared/");
  expect((await stranger.request.get(door)).status()).toBe(410);
  expect((await visit.reload())?.status()).toBe(404);
  await expect(visit.getByRole("heading", { name: "This picture is not shared" })).toBeVisible();

  await link.click();
  const next = await share.getByRole("textbox", { name: "Link" }).inputValue();
  expect(next).not.toBe(address);
  await db
    .updateTable("picture")
    .set({ deletedAt: new Date() })
    .where("id", "=", ids[0] ?? "")
    .execute();
  expect((await stranger.request.get(next.replace("/s/", "/api/shared/"))).status()).toBe(410);
  expect((await stranger.request.get(next)).status()).toBe(404);
  await stranger.close();
});
