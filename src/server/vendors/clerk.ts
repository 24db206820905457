import { verifyWebhook } from "@clerk/nextjs/webhooks";
import type { NextRequest } from "next/server";

import { env } from "~/env";
import { Failure } from "~/server/errors";

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
