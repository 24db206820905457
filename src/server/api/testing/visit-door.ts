import "next/dist/server/node-environment-baseline";

import { createRequire } from "node:module";

import { createClerkClient } from "@clerk/backend";
import { workAsyncStorage } from "next/dist/server/app-render/work-async-storage.external";
import { workUnitAsyncStorage } from "next/dist/server/app-render/work-unit-async-storage.external";
import { NextRequest } from "next/server";
import type { NextFetchEvent } from "next/server";
import { inject } from "vitest";

import { newId } from "~/server/new-id";

// Clerk asks for this package, which throws wherever React's bundler is not.
const require = createRequire(import.meta.url);
const serverOnly = require.resolve("server-only");
require.cache[serverOnly] = {
  id: serverOnly,
  filename: serverOnly,
  loaded: true,
  exports: {},
} as NodeJS.Module;

const HOST = "http://localhost:3000";

/** Someone at Clerk with a session. */
export interface Visitor {
  userId: string;
  /** Their session's token, as their browser would send it: one lives for a minute. */
  token: () => Promise<string>;
}

/** Signs somebody up at Clerk and in. */
export async function signInSomebody(): Promise<Visitor> {
  const { CLERK_SECRET_KEY: secretKey = "" } = inject("vendorEnv");
  const clerk = createClerkClient({ secretKey, apiUrl: inject("vendorOrigins").clerk });
  const user = await clerk.users.createUser({
    emailAddress: [`${newId()}@likeness.test`],
    password: `${newId()}!`,
  });
  const session = await clerk.sessions.createSession({ userId: user.id });
  return { userId: user.id, token: async () => (await clerk.sessions.getToken(session.id)).jwt };
}

export type Door = (
  request: NextRequest,
  context: { params: Promise<Record<string, string>> },
) => Response | Promise<Response>;

export interface Visit {
  method: string;
  path: string;
  params: Record<string, string>;
  headers?: Record<string, string>;
  body?: BodyInit;
  visitor: Visitor | null;
}

/** Knocks at a door as Next does: through the product's own proxy, which finds out who it is, and then its handler. */
export async function visitDoor(door: Door, visit: Visit): Promise<Response> {
  const { method, path, params, body, visitor } = visit;
  const headers = new Headers(visit.headers);
  if (visitor) headers.set("authorization", `Bearer ${await visitor.token()}`);
  const url = new URL(path, HOST);

  const { default: proxy } = await import("~/proxy");
  const event = Object.create(null) as NextFetchEvent; // it waits for nothing

  const passed = await proxy(new NextRequest(url, { method, headers }), event);
  const told = readTold(passed?.headers ?? new Headers(), headers);

  const request = new NextRequest(url, { method, headers: told, ...(body !== undefined && { body }) });
  // What Next keeps for a request, as far as `headers()` looks.
  const [work, unit] = [
    { route: url.pathname },
    { type: "request", phase: "action", headers: told },
  ] as never[];
  return workAsyncStorage.run(work as never, () =>
    workUnitAsyncStorage.run(unit as never, async () => door(request, { params: Promise.resolve(params) })),
  );
}

/** The headers that the proxy hands on, which it says in its answer's (`x-middleware-request-…`). */
function readTold(answer: Headers, asked: Headers): Headers {
  const told = new Headers(asked);
  const prefix = "x-middleware-request-";
  for (const [name, value] of answer) if (name.startsWith(prefix)) told.set(name.slice(prefix.length), value);
  return told;
}
