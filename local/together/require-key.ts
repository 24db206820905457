import { createHash, timingSafeEqual } from "node:crypto";

import type { MiddlewareHandler } from "hono";

import { ApiError } from "./api-error";

/** Refuses every request that does not carry `Authorization: Bearer <apiKey>`. @throws ApiError 401 */
export function requireKey(apiKey: string): MiddlewareHandler {
  const expected = digest(`Bearer ${apiKey}`);
  return async (c, next) => {
    const given = c.req.header("authorization");
    if (given === undefined) {
      throw new ApiError(401, "Missing API key. Send it as a Bearer token.", { code: "missing_api_key" });
    }
    if (!timingSafeEqual(digest(given), expected)) {
      throw new ApiError(401, "Invalid API key provided.", { code: "invalid_api_key" });
    }
    await next();
  };
}

// Digests have one length, which timingSafeEqual insists on.
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
