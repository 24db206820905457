import { readdirSync } from "node:fs";

import { demoUser } from "~/local/seed/demo-user";

import { createPerson, openSession, signIn } from "./fixtures/people";
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

/** Every page, by its folder: whether it is for everybody, and what a stranger with another's id gets. */
const pages: Record<string, { path: (modelId: string) => string; isPublic?: true; stranger: number }> = {
  "(auth)/sign-in/[[...sign-in]]": { path: () => "/sign-in", isPublic: true, stranger: 200 },
  "(auth)/sign-up/[[...sign-up]]": { path: () => "/sign-up", isPublic: true, stranger: 200 },
  "(dashboard)/admin": { path: () => "/admin", stranger: 404 },
  "(dashboard)/gallery": { path: () => "/gallery", stranger: 200 },
  "(dashboard)/models/(list)": { path: () => "/models", stranger: 200 },
  "(dashboard)/models/[id]": { path: (modelId) => `/models/${modelId}`, stranger: 404 },
  "(dashboard)/models/new": { path: () => "/models/new", stranger: 200 },
  "(dashboard)/plan": { path: () => "/plan", stranger: 200 },
  "(dashboard)/plan/ledger": { path: () => "/plan/ledger", stranger: 200 },
  "(dashboard)/privacy": { path: () => "/privacy", stranger: 200 },
  "(dashboard)/studio": { path: (modelId) => `/studio?model=${modelId}`, stranger: 200 },
  "(marketing)": { path: () => "/", isPublic: true, stranger: 200 },
  "(marketing)/pricing": { path: () => "/pricing", isPublic: true, stranger: 200 },
  "(marketing)/your-data": { path: () => "/your-data", isPublic: true, stranger: 200 },
  "[...nowhere]": { path: () => "/nowhere", isPublic: true, stranger: 404 },
  "erasure/[token]": { path: () => `/erasure/${"A".repeat(32)}`, isPublic: true, stranger: 404 },
  receipt: { path: () => "/receipt", isPublic: true, stranger: 200 },
  "s/[token]": { path: () => `/s/${"A".repeat(24)}`, isPublic: true, stranger: 404 },
  // It reads nothing: whoever has a link can report it, also one that is gone.
  "s/[token]/report": { path: () => `/s/${"A".repeat(24)}/report`, isPublic: true, stranger: 200 },
};

test("every page is in the table, and shows a stranger nothing of another's", async ({ page, db }) => {
  const found = readdirSync("src/app", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("/page.tsx"))
    .map((file) => file.replace(/\/page\.tsx$/, ""));
  expect(Object.keys(pages).toSorted()).toEqual(found.toSorted());

  const { id } = await db
    .selectFrom("model")
    .select("id")
    .where("name", "=", "Maya")
    .executeTakeFirstOrThrow();
  const visit = async (path: string) => {
    const answer = await page.request.get(path, { headers: { accept: "text/html" } });
    const text = await answer.text();
    expect(text, path).not.toMatch(/Maya|demo@likeness\.test/);
    return { status: answer.status(), url: answer.url() };
  };
  for (const { path, isPublic = false } of Object.values(pages)) {
    const { status, url } = await visit(path(id));
    expect(status, path(id)).toBeLessThan(500);
    if (!isPublic) expect(url, path(id)).toContain("/sign-in");
  }
  await openSession(page, await createPerson(db));
  for (const { path, stranger } of Object.values(pages)) {
    const { status } = await visit(path(id));
    expect(status, path(id)).toBe(stranger);
  }
});
