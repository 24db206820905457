import { createClerkClient } from "@clerk/nextjs/server";
import { verifyWebhook } from "@clerk/nextjs/webhooks";
import type { NextRequest } from "next/server";

import * as z from "zod";

import { env } from "~/env";
import { Failure } from "~/server/errors";
import { withSpan } from "~/server/telemetry/measure";

/** Clerk's most a page. */
const SESSIONS_PAGE = 100;

/** What of Clerk's user webhooks matters here. */
export type UserEvent =
  { kind: "kept"; id: string; email: string | null } | { kind: "deleted"; id: string } | { kind: "other" };

/** Reads a webhook that Clerk signed. @throws Failure INVALID when the signature is not Clerk's. */
export async function readUserEvent(request: NextRequest): Promise<UserEvent> {
  const event = await verifyWebhook(request, { signingSecret: env.CLERK_WEBHOOK_SIGNING_SECRET }).catch(
    (cause: unknown) => {
      throw new Failure("INVALID", "The signature is not Clerk's.", { cause });
    },
  );
  switch (event.type) {
    case "user.created":
    case "user.updated": {
      const { id, email_addresses: addresses, primary_email_address_id: primaryId } = event.data;
      const primary = addresses.find((address) => address.id === primaryId);
      return { kind: "kept", id, email: primary?.email_address ?? null };
    }
    case "user.deleted":
      return event.data.id ? { kind: "deleted", id: event.data.id } : { kind: "other" };
    default:
      return { kind: "other" };
  }
}

/** Signs a person out everywhere. A token that a browser already holds works for up to a minute more. @throws Failure VENDOR_BUSY */
export async function endSessions(userId: string): Promise<void> {
  const { sessions } = clerk();
  const { data } = await ask(() =>
    sessions.getSessionList({ userId, status: "active", limit: SESSIONS_PAGE }),
  );
  for (const { id } of data) await askUnlessGone(() => sessions.revokeSession(id));
}

/** Deletes a person at Clerk; one who is gone already does not matter. @throws Failure VENDOR_BUSY */
export async function deleteClerkUser(userId: string): Promise<void> {
  await askUnlessGone(() => clerk().users.deleteUser(userId));
}

/** Whether a person has the role of an operator in their public metadata, asked afresh. @throws Failure VENDOR_BUSY */
export async function isOperator(userId: string): Promise<boolean> {
  const user = await askUnlessGone(() => clerk().users.getUser(userId));
  return user?.publicMetadata["role"] === "operator";
}

function clerk() {
  return createClerkClient({
    secretKey: env.CLERK_SECRET_KEY,
    ...(env.CLERK_API_URL && { apiUrl: env.CLERK_API_URL }),
  });
}

async function ask<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await withSpan("clerk ask", {}, call);
  } catch (cause) {
    throw new Failure("VENDOR_BUSY", "Clerk did not answer.", { cause });
  }
}

const NotFound = z.object({ status: z.literal(404) });

async function askUnlessGone<T>(call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await withSpan("clerk ask", {}, call);
  } catch (cause) {
    if (NotFound.safeParse(cause).success) return undefined;
    throw new Failure("VENDOR_BUSY", "Clerk did not answer.", { cause });
  }
}
