import { demoUser } from "~/local/seed/demo-user";

import { signIn } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

for (const path of ["/", "/pricing", "/your-data"]) {
  test(`${path} may be kept by anybody, and says when it is old`, async ({ request }) => {
    const answer = await request.get(path);
    const headers = answer.headers();
    expect(headers["cache-control"]).toMatch(/s-maxage=\d+/);
    expect(headers["cache-control"]).not.toMatch(/private|no-store/);
    expect(headers["set-cookie"]).toBeUndefined();
    // The same address also answers Next's router, with something else.
    for (const name of ["rsc", "next-router-state-tree", "next-router-prefetch"]) {
      expect(headers["vary"]?.toLowerCase()).toContain(name);
    }

    const etag = headers["etag"] ?? "";
    expect(etag).not.toBe("");
    const again = await request.get(path, { headers: { "if-none-match": etag } });
    expect(again.status()).toBe(304);
  });
}

test("nobody's own page is kept by anybody", async ({ page }) => {
  await signIn(page, demoUser);
  for (const path of [
    "/studio",
    "/models",
    "/gallery",
    "/models/new",
    "/plan",
    "/plan/ledger",
    "/privacy",
    "/nowhere",
  ]) {
    const { "cache-control": caching } = (await page.request.get(path)).headers();
    expect(caching, path).toMatch(/private/);
    expect(caching, path).toMatch(/no-store/);
    expect(caching, path).not.toMatch(/s-maxage|public/);
  }
  const { "cache-control": api } = (await page.request.get("/api/trpc/models.list")).headers();
  expect(api ?? "no-store").not.toMatch(/s-maxage|public/);
});

test("what is built under a name of its own is kept for a year", async ({ request }) => {
  const page = await (await request.get("/")).text();
  const script = /\/_next\/static\/chunks\/[^"]+\.js/.exec(page)?.[0] ?? "";
  const { "cache-control": caching } = (await request.get(script)).headers();
  expect(caching).toBe("public, max-age=31536000, immutable");
});
