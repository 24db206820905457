import { demoUser } from "~/local/seed/demo-user";

import { createPerson, signIn } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

test("a stranger sees 404 for another's model, picture and file", async ({ page, db }) => {
  const demo = await db
    .selectFrom("model")
    .select(["id", "userId"])
    .where("name", "=", "Maya")
    .executeTakeFirstOrThrow();
  const picture = await db
    .selectFrom("picture")
    .select("id")
    .where("userId", "=", demo.userId)
    .limit(1)
    .executeTakeFirstOrThrow();
  const photo = await db
    .selectFrom("photo")
    .select("id")
    .where("userId", "=", demo.userId)
    .limit(1)
    .executeTakeFirstOrThrow();

  await signIn(page, await createPerson(db));
  const model = await page.goto(`/models/${demo.id}`);
  expect(model?.status()).toBe(404);
  await page.goto(`/gallery?picture=${picture.id}`);
  await expect(page.getByRole("dialog")).toContainText("This picture does not exist.");
  for (const path of [
    `picture/${picture.id}`,
    `picture/${picture.id}?as=thumbnail`,
    `picture/${picture.id}?as=download`,
    `photo/${photo.id}`,
  ]) {
    expect((await page.request.get(`/api/files/${path}`)).status(), path).toBe(404);
  }
});

test("signed out, every page leads to sign-in and every door is shut", async ({ page, db }) => {
  const picture = await db
    .selectFrom("picture")
    .select("id")
    .where("status", "=", "ready")
    .limit(1)
    .executeTakeFirstOrThrow();
  for (const path of ["/studio", "/gallery", "/models", "/models/new"]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/sign-in/);
  }
  expect((await page.request.get(`/api/files/picture/${picture.id}`)).status()).toBe(404);
  expect((await page.request.get("/api/trpc/models.list")).status()).toBe(401);
  expect((await page.request.get(`/api/zip/${picture.id}`)).status()).toBe(404);
  expect((await page.request.get(`/api/shared/${picture.id}`)).status()).toBe(404);
});

test("a file's own address works for its owner only for a minute and only as it was signed", async ({
  page,
  db,
}) => {
  await signIn(page, demoUser);
  const { id } = await db
    .selectFrom("picture")
    .innerJoin("appUser", "appUser.id", "picture.userId")
    .select("picture.id")
    .where("email", "=", demoUser.email)
    .limit(1)
    .executeTakeFirstOrThrow();
  const answer = await page.request.get(`/api/files/picture/${id}`, { maxRedirects: 0 });
  expect(answer.status()).toBe(302);
  const address = new URL(answer.headers()["location"] ?? "");
  expect(Number(address.searchParams.get("expires")) - Date.now()).toBeLessThanOrEqual(60_000);
  expect((await page.request.get(address.href)).status()).toBe(200);
  address.searchParams.set("expires", String(Date.now() + 3_600_000));
  expect((await page.request.get(address.href)).status()).toBe(403);
});
