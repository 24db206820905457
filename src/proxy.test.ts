import { unstable_doesMiddlewareMatch as doesMatch } from "next/experimental/testing/server";
import { expect, test } from "vitest";

import { config } from "./proxy";

test.each([
  "/studio",
  "/gallery",
  "/models/new",
  "/pricing/x",
  "/sign-in",
  "/api/trpc/models.list",
  "/__clerk/v1/client.js",
])("%s is told who is calling", (path) => {
  expect(doesMatch({ config, url: path })).toBe(true);
});

test.each(["/", "/pricing", "/your-data", "/_next/static/chunks/a.js", "/landing/portrait.webp"])(
  "%s is the same for everybody",
  (path) => {
    expect(doesMatch({ config, url: path })).toBe(false);
  },
);
