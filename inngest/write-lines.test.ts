import { afterEach, expect, test, vi } from "vitest";

import { inngest } from "./client";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

test("what the SDK logs of an error is a line of ours, without a vendor's words", () => {
  class BadRequestError extends Error {}
  vi.stubEnv("NODE_ENV", "production");
  const log = vi.spyOn(console, "error").mockReturnValue();
  inngest.logger.error({ err: new BadRequestError("a zanzibarine kite") }, "step failed");
  expect(log.mock.calls).toHaveLength(1);
  const text = String(log.mock.calls[0]?.[0]);
  expect(JSON.parse(text)).toMatchObject({
    message: "inngest: step failed",
    error: { name: "BadRequestError" },
  });
  expect(text).not.toContain("zanzibarine");
  inngest.logger.error({ err: new Error("none") }, "Signature validation failed");
  expect(log.mock.calls).toHaveLength(1);
});
