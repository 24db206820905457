import type { Context, MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import type { z } from "zod";

import { clientCookies } from "./cookies";
import { parseParams, signedOut } from "./errors";
import type { Instance } from "./instance";
import { clientJson } from "./resources/client";
import { createClient, liveSessionOf } from "./sessions";
import type { ClientRecord, SessionRecord, UserRecord } from "./state";
import { requireUser } from "./users";

/** Who calls the frontend API, and from where. */
export interface Visit {
  /** The app as its user sees it: the proxied request's host, not ours. */
  origin: string;
  userAgent: string;
  /** The browser, once it is known or has been made known. */
  client: ClientRecord | undefined;
}

export interface FrontendEnv {
  Variables: { visit: Visit };
}

/** Deleting one's account under /v1/me signs out as well. */
const setsCookies = /^\/v1\/(client|me)\b/;

/** Recognizes the browser before a frontend route, and afterwards saves what changed and sets its cookies. */
export function visiting(instance: Instance): MiddlewareHandler<FrontendEnv> {
  return async (c, next) => {
    const visit: Visit = {
      origin: publicOrigin(c),
      userAgent: c.req.header("user-agent") ?? "",
      client: instance.store.state.clients.get(getCookie(c, "__client") ?? ""),
    };
    c.set("visit", visit);
    await next();

    if (c.req.method !== "GET") instance.store.save();
    if (setsCookies.test(c.req.path)) {
      for (const cookie of clientCookies(instance, visit.client))
        c.header("set-cookie", cookie, { append: true });
    }
    c.header("cache-control", "no-store");
  };
}

/** The browser, made known when it was not. */
export function knownClient(instance: Instance, visit: Visit): ClientRecord {
  visit.client ??= createClient(instance);
  return visit.client;
}

/** Who is signed in. @throws ClerkError 401. */
export function requireSession(
  instance: Instance,
  visit: Visit,
): { client: ClientRecord; session: SessionRecord; user: UserRecord } {
  const { client } = visit;
  const session = liveSessionOf(client);
  if (!client || !session) throw signedOut();
  return { client, session, user: requireUser(instance, session.userId) };
}

/** The form most answers have: the resource, and the browser's state beside it. */
export function wrapped(instance: Instance, visit: Visit, response: unknown) {
  return { response, client: visit.client ? clientJson(instance, visit.client, visit.origin) : null };
}

/**
 * The fields of a form-encoded body.
 *
 * @throws ClerkError 422 naming the field that is wrong.
 */
export async function readForm<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<z.infer<Schema>> {
  return parseParams(schema, await c.req.parseBody());
}

function publicOrigin(c: Context): string {
  const host = firstOf(c.req.header("x-forwarded-host")) ?? c.req.header("host") ?? "";
  const protocol = firstOf(c.req.header("x-forwarded-proto")) ?? "http";
  return `${protocol}://${host}`;
}

function firstOf(header: string | undefined): string | undefined {
  return header?.split(",")[0]?.trim();
}
