import { describe, expect, test } from "vitest";

import { isForeign } from "./refuse-foreign";

const ask = (headers: Record<string, string>, { method = "POST", path = "/api/trpc/models.delete" } = {}) =>
  isForeign({
    method,
    url: `https://likeness.example${path}`,
    headers: new Headers({ host: "likeness.example", ...headers }),
  });

describe("a request that may change something", () => {
  test.each([
    ["another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    ["another site, in a browser of before", { origin: "https://evil.example" }],
    ["a subdomain", { origin: "https://files.likeness.example", "sec-fetch-site": "same-site" }],
    ["a subdomain, in a browser of before", { origin: "https://files.likeness.example" }],
    ["another port", { origin: "https://likeness.example:8443" }],
    ["a sandboxed frame or a file", { origin: "null" }],
    ["someone who writes our host into theirs", { origin: "https://likeness.example.evil.example" }],
    ["someone who says both", { origin: "https://likeness.example", "sec-fetch-site": "cross-site" }],
    ["someone who says nonsense", { origin: "not an origin" }],
  ])("is refused from %s", (_, headers) => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) expect(ask(headers, { method })).toBe(true);
    for (const path of ["/api/prompt-help", "/api/uploadthing?actionType=upload", "/studio"]) {
      expect(ask(headers, { path })).toBe(true);
    }
  });

  test("is taken from our own pages, and from what is no browser", () => {
    expect(ask({ origin: "https://likeness.example", "sec-fetch-site": "same-origin" })).toBe(false);
    expect(ask({ origin: "https://likeness.example" })).toBe(false);
    expect(ask({})).toBe(false);
    const behind = { host: "node.internal", "x-forwarded-host": "likeness.example" };
    expect(ask({ ...behind, origin: "https://likeness.example" })).toBe(false);
    expect(ask({ ...behind, origin: "https://node.internal" })).toBe(true);
  });

  test("is looked at for its signature alone where vendors call", () => {
    const headers = { origin: "https://vendor.example" };
    for (const path of ["/api/webhooks/clerk", "/api/webhooks/lemonsqueezy", "/api/inngest"]) {
      expect(ask(headers, { path })).toBe(false);
    }
    expect(ask(headers, { path: "/api/inngestion" })).toBe(true);
  });
});

test("what only looks may come from anywhere: a link to a page is no attack", () => {
  expect(ask({ "sec-fetch-site": "cross-site" }, { method: "GET", path: "/studio" })).toBe(false);
});
