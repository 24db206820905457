import type { Page, Request } from "@playwright/test";

import { addModel } from "~/server/testing/people";

import { generate, shownPictures } from "./fixtures/journey";
import { createPerson, openSession, signIn } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

/** Counts what the page asks for: its streams, how many of them are open, and the API's queries. */
function countRequests(page: Page) {
  const open = new Set<Request>();
  const counts = { streams: 0, queries: 0, open: () => open.size };
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname === "/api/live") {
      counts.streams += 1;
      open.add(request);
    }
    if (pathname.startsWith("/api/trpc/") && request.method() === "GET") counts.queries += 1;
  });
  const end = (request: Request) => open.delete(request);
  page.on("requestfinished", end);
  page.on("requestfailed", end);
  return counts;
}

test("pictures and credits move over one connection, which is closed at rest @alone", async ({
  page,
  db,
  vendors,
}) => {
  const person = await createPerson(db, "pro");
  await signIn(page, person);
  await expect(page.getByTestId("credit-balance")).toContainText("503 credits");
  const counts = countRequests(page);
  await page.reload();
  await expect(page.getByTestId("credit-balance")).toContainText("503 credits");
  // It looks once, as the tab comes.
  await expect.poll(() => [counts.streams, counts.open()]).toEqual([1, 0]);

  await vendors.fail("together", { on: "images", kind: "delay", ms: 1500, times: 2 });
  const before = counts.queries;
  await generate(page, { prompt: "a lighthouse in the evening", count: 2 });
  await expect.poll(() => counts.open()).toBe(1);
  await expect(shownPictures(page)).toHaveCount(2);
  await expect(page.getByTestId("credit-balance")).toContainText("501 credits");
  await expect.poll(() => counts.open()).toBe(0);
  // The press, then what changed: begun, a picture, a picture and the end. Asking by the clock would take more.
  expect(counts.queries - before).toBeLessThanOrEqual(6);
  expect(counts.streams).toBeLessThanOrEqual(3);

  const after = counts.queries;
  await page.getByLabel("Prompt").fill("nothing moves while this is written");
  expect([counts.queries - after, counts.open()]).toEqual([0, 0]);
});

test("goes on where it was after the connection was lost", async ({ page, context, db }) => {
  const person = await createPerson(db, "pro");
  const modelId = await addModel(db, { userId: person.id, status: "training" });
  await openSession(page, person);
  const counts = countRequests(page);
  await page.goto(`/models/${modelId}`);
  const step = async (progressPercent: number) => {
    await db.updateTable("model").set({ progressPercent }).where("id", "=", modelId).execute();
  };
  await step(20);
  await expect(page.getByRole("progressbar")).toHaveAttribute("aria-valuenow", "20");
  await expect.poll(() => counts.open()).toBe(1);
  // Clerk's own script throws when a part of it is cut off on its way.
  await expect(page.getByRole("button", { name: "Open user menu" })).toBeVisible();

  await context.setOffline(true);
  await expect.poll(() => counts.open()).toBe(0);
  await expect(page.getByText("You are offline.")).toBeVisible();
  await step(55);
  await context.setOffline(false);
  await expect(page.getByRole("progressbar")).toHaveAttribute("aria-valuenow", "55");
  await expect.poll(() => counts.open()).toBe(1);

  // Another device spends, and this tab shows it too.
  await db.updateTable("creditAccount").set({ balance: 7 }).where("userId", "=", person.id).execute();
  await expect(page.getByTestId("credit-balance")).toContainText("7 credits");

  await db
    .updateTable("model")
    .set({ status: "ready", finishedAt: new Date() })
    .where("id", "=", modelId)
    .execute();
  await expect(page.getByTestId("model-status")).toHaveText("Ready");
  await expect.poll(() => counts.open()).toBe(0);
});

test("without a connection what moves is still seen, by asking now and then", async ({ page, db }) => {
  const person = await createPerson(db, "pro");
  const modelId = await addModel(db, { userId: person.id, status: "training" });
  await signIn(page, person);
  await page.route("**/api/live*", (route) => route.fulfill({ status: 503, body: "Not now." }));
  await page.goto(`/models/${modelId}`);
  await db.updateTable("model").set({ progressPercent: 33 }).where("id", "=", modelId).execute();
  await expect(page.getByRole("progressbar")).toHaveAttribute("aria-valuenow", "33");
});
