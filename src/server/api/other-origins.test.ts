import { neonConfig } from "@neondatabase/serverless";
import { createClerkClient } from "@clerk/backend";
import { expect, inject, test } from "vitest";
import ws from "ws";
import * as z from "zod";

import { newId } from "~/server/new-id";

import { visitDoor } from "./testing/visit-door";

neonConfig.webSocketConstructor = ws;

const SignedIn = z.object({
  client: z.object({
    sessions: z.array(z.object({ last_active_token: z.object({ jwt: z.string() }) })).min(1),
  }),
});

/** A session's token of somebody who signed in at another origin of our Clerk instance, as Clerk makes it there. */
async function signInAt(origin: URL) {
  const { clerk } = inject("vendorOrigins");
  const { CLERK_SECRET_KEY: secretKey = "" } = inject("vendorEnv");
  const [identifier, password] = [`${newId()}@likeness.test`, `${newId()}!`];
  const { users } = createClerkClient({ secretKey, apiUrl: clerk });
  const { id: userId } = await users.createUser({ emailAddress: [identifier], password });
  const answer = await fetch(`${clerk}/v1/client/sign_ins`, {
    method: "POST",
    body: new URLSearchParams({ identifier, password }),
    headers: { "x-forwarded-host": origin.host, "x-forwarded-proto": origin.protocol.slice(0, -1) },
  });
  const [session] = SignedIn.parse(await answer.json()).client.sessions;
  return { userId, token: () => Promise.resolve(session?.last_active_token.jwt ?? "") };
}

test("a token that Clerk gave to another origin of the same instance is nobody's here", async () => {
  const { GET } = await import("~/app/api/trpc/[trpc]/route");
  const files = new URL("https://files.likeness.test");
  const visitor = await signInAt(files);
  const at = async ({ host, protocol }: URL) => {
    const headers = { "x-forwarded-host": host, "x-forwarded-proto": protocol.slice(0, -1) };
    const visit = { method: "GET", path: "/api/trpc/models.list", params: {}, headers, visitor };
    return (await visitDoor(GET, visit)).status;
  };
  expect(await at(files)).toBe(200);
  expect(await at(new URL("https://likeness.test"))).toBe(401);
  expect(await at(new URL("http://files.likeness.test"))).toBe(401);
  expect(await at(new URL("https://files.likeness.test:8443"))).toBe(401);
});
