import { readFile } from "node:fs/promises";

import { newId } from "~/server/new-id";
import { sharePicture } from "~/server/gallery/share-picture";
import { demoOperator, demoUser } from "~/local/seed/demo-user";

import { createPerson, openSession, signIn } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

test("someone takes their data along, deletes everything, and has a receipt that anyone can check", async ({
  page,
  db,
}) => {
  const person = await createPerson(db, "creator");
  await openSession(page, person);
  await page.goto("/privacy");
  await page.getByRole("radio", { name: "As soon as training ends" }).click();
  await expect(page.getByRole("radio", { name: "As soon as training ends" })).toBeChecked();

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export everything" }).click();
  const zip = await readFile(await (await download).path());
  expect(zip.subarray(0, 2).toString()).toBe("PK");
  expect(zip.includes("ledger.json")).toBe(true);

  await page.getByRole("button", { name: "Delete my account" }).click();
  const dialog = page.getByRole("dialog");
  const link = await dialog.getByTestId("erasure-link").textContent();
  await expect(dialog.getByRole("button", { name: "Delete everything" })).toBeDisabled();
  await dialog.getByRole("textbox").fill("delete everything");
  await dialog.getByRole("button", { name: "Delete everything" }).click();

  await page.waitForURL(link ?? "");
  await expect(page.getByRole("heading", { name: "Your account is deleted" })).toBeVisible({
    timeout: 30_000,
  });
  const saved = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download receipt" }).click();
  const receipt = await readFile(await (await saved).path(), "utf8");
  expect(receipt).not.toContain(person.email);
  expect(receipt).not.toContain(person.id);

  await page.goto("/receipt");
  await page.getByLabel("Receipt").fill(receipt);
  await page.getByRole("button", { name: "Check receipt" }).click();
  await expect(page.getByText("Signed by us, and unchanged")).toBeVisible();
  await page.getByLabel("Receipt").fill(receipt.replace(/"app_user": 1/, '"app_user": 2'));
  await page.getByRole("button", { name: "Check receipt" }).click();
  await expect(page.getByText("Changed after we signed it")).toBeVisible();

  await page.goto("/privacy");
  await expect(page).toHaveURL(/\/sign-in/);
  expect(await db.selectFrom("appUser").select("id").where("id", "=", person.id).execute()).toEqual([]);
});

test("a stranger reports a shared picture, and an operator decides", async ({ page, browser, db }) => {
  const { id: userId } = await db
    .selectFrom("appUser")
    .select("id")
    .where("email", "=", demoUser.email)
    .executeTakeFirstOrThrow();
  const picture = await db
    .selectFrom("picture")
    .select("id")
    .where("userId", "=", userId)
    .where("status", "=", "ready")
    .where("deletedAt", "is", null)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  const { token } = await sharePicture(db, { userId, pictureId: picture.id, showsPrompt: false });
  const note = `It is me, ${newId()}`;

  await page.goto(`/s/${token}`);
  await page.getByRole("link", { name: "Report this picture" }).click();
  await page.getByRole("radio", { name: "It shows me, and I did not agree" }).click();
  await page.getByLabel("What should we know?").fill(note);
  await page.getByRole("button", { name: "Hide and report" }).click();
  await expect(page.getByText("It is hidden now")).toBeVisible();
  expect((await page.request.get(`/api/shared/${token}`, { maxRedirects: 0 })).status()).toBe(410);

  await signIn(page, demoUser);
  expect((await page.goto("/admin"))?.status()).toBe(404);

  const operator = await (await browser.newContext()).newPage();
  await signIn(operator, demoOperator);
  await operator.goto("/admin");
  const card = operator.getByRole("listitem").filter({ hasText: note });
  await card.getByLabel("Why you decide so").fill("Drawn, shows nobody");
  await card.getByRole("button", { name: "Restore" }).click();
  await expect(card).toHaveCount(0);
  await expect(operator.getByTestId("audit-entry").first()).toContainText("Drawn, shows nobody");
  expect((await page.request.get(`/api/shared/${token}`, { maxRedirects: 0 })).status()).toBe(302);
});
