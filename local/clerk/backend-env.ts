import { createHash, timingSafeEqual } from "node:crypto";

import type { Context, MiddlewareHandler } from "hono";
import type { z } from "zod";

import { ClerkError, parseParams } from "./errors";
import type { Instance } from "./instance";

/** Lets only the holder of the secret key through to the backend API, and saves what a request changed. */
export function requireSecretKey({ settings, store }: Instance): MiddlewareHandler {
  const expected = `Bearer ${settings.secretKey}`;
  return async (c, next) => {
    if (!isSame(c.req.header("authorization") ?? "", expected)) {
      throw new ClerkError({
        status: 401,
        code: "clerk_key_invalid",
        message: "The provided Clerk Secret Key is invalid. Make sure that your Clerk Secret Key is correct.",
      });
    }
    await next();
    if (c.req.method !== "GET") store.save();
  };
}

/**
 * The fields of a JSON body; an empty body counts as no fields.
 *
 * @throws ClerkError 422 naming the field that is wrong or unknown.
 */
export async function readJson<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const text = await c.req.text();
  return parseParams(schema, text ? parseJson(text) : {});
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ClerkError({ status: 400, code: "request_body_invalid", message: "Request body is invalid" });
  }
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [given, expected].map((text) => createHash("sha256").update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
