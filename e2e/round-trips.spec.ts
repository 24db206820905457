import { signIn } from "./fixtures/people";
import { expect, test } from "./fixtures/test";
import type { Vendors } from "./fixtures/vendors";

/** Requests to Neon's HTTP endpoint so far; functions and changes use its WebSocket and are counted apart. */
async function countReads(vendors: Vendors): Promise<number> {
  const counts = await vendors.counts("neon");
  return (counts["POST /sql/query"] ?? 0) + (counts["POST /sql/batch"] ?? 0);
}

test("a page reads from the database at most once, and the landing page never", async ({ page, vendors }) => {
  await signIn(page, { email: "demo@likeness.test", password: "likeness-demo-1" });
  await page.goto("/models");
  await page.getByRole("link", { name: /Maya/ }).first().waitFor();
  const model = await page.getByRole("link", { name: /Maya/ }).first().getAttribute("href");

  const most = { "/": 0, "/models": 1, "/studio": 1, "/gallery": 1, "/models/new": 1, [model ?? ""]: 1 };
  for (const [path, limit] of Object.entries(most)) {
    const before = await countReads(vendors);
    const answer = await page.request.get(path, { headers: { accept: "text/html" } });
    expect(answer.status(), path).toBe(200);
    await answer.body();
    expect((await countReads(vendors)) - before, path).toBe(limit);
  }
});

test("a page that has loaded asks for nothing it was given", async ({ page, vendors }) => {
  await signIn(page, { email: "demo@likeness.test", password: "likeness-demo-1" });
  for (const path of ["/models", "/studio", "/gallery"]) {
    const asked: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes("/api/trpc/")) asked.push(request.url());
    });
    await page.goto(path);
    await expect(page.getByTestId("credit-balance")).toBeVisible();
    await page.waitForLoadState("load");
    expect(asked, path).toEqual([]);
    page.removeAllListeners("request");
  }
  expect(await vendors.counts("neon")).toBeDefined();
});
