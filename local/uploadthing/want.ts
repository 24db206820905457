import { timingSafeEqual } from "node:crypto";
import type { Context as HonoContext, MiddlewareHandler } from "hono";
import * as z from "zod";
import type { Context, Env } from "./context";

/** Lets only the app's own server through, by `x-uploadthing-api-key`. */
export function wantApiKey({ apiKey }: Pick<Context, "apiKey">): MiddlewareHandler<Env> {
  const expected = Buffer.from(apiKey);
  return async (c, next) => {
    const given = Buffer.from(c.req.header("x-uploadthing-api-key") ?? "");
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      return c.json({ error: "Invalid API key" }, 401);
    }
    await next();
    return undefined;
  };
}

/** The request's JSON as `schema` has it, or the 400 to answer with. */
export async function wantJson<Schema extends z.ZodType>(
  c: HonoContext<Env>,
  schema: Schema,
): Promise<z.output<Schema> | Response> {
  const parsed = schema.safeParse(await c.req.json().catch(() => null));
  return parsed.success ? parsed.data : c.json({ error: z.prettifyError(parsed.error) }, 400);
}
