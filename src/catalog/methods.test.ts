import { expect, test } from "vitest";

import { isNeededMethod } from "./methods";

test("pages and doors are read and posted to, and nothing else", () => {
  for (const path of ["/", "/studio", "/api/trpc/models.list", "/api/inngest", "/__clerk/v1/client"]) {
    for (const method of ["GET", "HEAD", "POST"]) expect(isNeededMethod(method, path), path).toBe(true);
    for (const method of ["TRACE", "CONNECT", "OPTIONS", "PROPFIND", "trace", ""]) {
      expect(isNeededMethod(method, path), `${method} ${path}`).toBe(false);
    }
  }
  for (const method of ["PUT", "PATCH", "DELETE"]) {
    expect(isNeededMethod(method, "/api/trpc/models.delete"), method).toBe(false);
    expect(isNeededMethod(method, "/__clerk/v1/client"), method).toBe(true);
  }
  expect(isNeededMethod("PUT", "/api/inngest")).toBe(true);
  expect(isNeededMethod("DELETE", "/api/inngest")).toBe(false);
});
