import type { Page } from "@playwright/test";

import { demoUser } from "~/local/seed/demo-user";

import { openSession } from "./fixtures/people";
import { expect, test } from "./fixtures/test";
import type { Vendors } from "./fixtures/vendors";

test("a page reads from the database once, and the landing page never @alone", async ({ page, vendors }) => {
  await openSession(page, demoUser);
  await page.goto("/models");
  const model = await page.getByRole("link", { name: /Maya/ }).first().getAttribute("href");
  await leave(page, vendors);

  const reads = {
    "/": 0,
    "/pricing": 0,
    "/models": 1,
    "/studio": 1,
    "/gallery": 1,
    "/gallery?style=anime&favourite=1&days=30": 1,
    [`/s/${"a".repeat(24)}`]: 1,
    "/models/new": 1,
    "/privacy": 1,
    [model ?? ""]: 1,
  };
  for (const [path, expected] of Object.entries(reads)) {
    const before = await countReads(vendors);
    const answer = await page.request.get(path);
    expect(answer.status(), path).toBe(path.startsWith("/s/") ? 404 : 200);
    await answer.body();
    expect((await countReads(vendors)) - before, path).toBe(expected);
  }
});

/** Requests to Neon's HTTP endpoint so far; functions and changes use its WebSocket and are counted apart. */
async function countReads(vendors: Vendors): Promise<number> {
  const counts = await vendors.counts("neon");
  return (counts["POST /sql/query"] ?? 0) + (counts["POST /sql/batch"] ?? 0);
}

/** Goes to where nothing is read, and waits for what was still on its way. */
async function leave(page: Page, vendors: Vendors): Promise<void> {
  await page.goto("/");
  await page.waitForLoadState("networkidle");
  await expect
    .poll(async () => {
      const before = await countReads(vendors);
      await page.request.get("/");
      return (await countReads(vendors)) - before;
    })
    .toBe(0);
}
