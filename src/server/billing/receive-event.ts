import { env } from "~/env";
import type { Db } from "~/kysely/database";
import { noteRefusal } from "~/log/note-refusal";
import { endSubscription, listSubscriptionIdsOf } from "~/server/vendors/lemonsqueezy";
import { isEnded } from "~/server/vendors/lemonsqueezy-objects";
import { isSigned, readSellerEvent } from "~/server/vendors/lemonsqueezy-webhook";
import type { SellerEvent } from "~/server/vendors/lemonsqueezy-webhook";
import { currentRequestId, logProblem } from "~/server/request-id";

import { applyEvent, isApplied } from "./apply-event";
import type { EventOutcome } from "./apply-event";
import { lookAtSeller } from "./look-at-seller";
import type { Look } from "./look-at-seller";
import { readBody } from "~/server/read-body";

/** Real deliveries have 3 to 6 KB. */
const MOST_BYTES = 256 * 1024;

/**
 * Answers a delivery from the seller. 200 only once it is applied, or recorded for a person to look at; a surprise flies
 * and becomes a 500, so that it is sent again.
 */
export async function receiveEvent(db: Db, request: Request): Promise<Response> {
  if (!env.LEMONSQUEEZY_WEBHOOK_SECRET) return refuse(404, "No plans are sold here.");
  const body = await readBody(request, MOST_BYTES);
  if (!body) return refuse(413, `A delivery has at most ${MOST_BYTES} bytes.`);
  if (!(await isSigned(body, request.headers.get("x-signature")))) {
    noteRefusal("signature", currentRequestId());
    return refuse(401, "The signature is not Lemon Squeezy's.");
  }
  const event = await readSellerEvent(body);
  if (!event) return refuse(400, "This is signed, but no event of Lemon Squeezy's.");
  const refusal = refusalOf(event, {
    allowsTest: env.NODE_ENV !== "production" || env.ALLOW_LOOPBACK === "1",
  });
  if (refusal !== undefined) {
    logProblem(`billing: ${event.name} was refused. ${refusal}`);
    return refuse(422, refusal);
  }
  return Response.json({ outcome: await settleEvent(db, event) });
}

/** Brings in what an event hints at. Safe to repeat and in any order. @throws Failure VENDOR_BUSY, VENDOR_UNAVAILABLE */
export async function settleEvent(db: Db, event: SellerEvent): Promise<EventOutcome> {
  // A copy costs one query, and no call to the seller.
  if (await isApplied(db, event.id)) return "duplicate";
  const ids = await findSubscriptionIds(event);
  const looks = await Promise.all(ids.map((id) => lookAtSeller(db, id)));
  const outcome = await applyEvent(db, { event, looks });
  // Bought by someone who was erased meanwhile: at least it is not charged again.
  if (outcome === "user-gone") await Promise.all(looks.map(endIfRunning));
  if (outcome in alarms) {
    logProblem(`billing: ${event.name} about subscription ${ids.join(", ")}: ${alarms[outcome] ?? ""}`);
  }
  return outcome;
}

async function endIfRunning(look: Look | undefined): Promise<void> {
  if (!look || isEnded(look.subscription)) return;
  await endSubscription(look.subscription.id);
}

async function findSubscriptionIds({ about }: SellerEvent): Promise<string[]> {
  switch (about.is) {
    case "subscription":
      return [about.subscriptionId];
    case "refunded-order":
      return listSubscriptionIdsOf(about.orderId);
    case "nothing-sold":
      return [];
  }
}

/** What a person has to do; money is involved. */
const alarms: Partial<Record<EventOutcome, string>> = {
  "unknown-variant":
    "no plan is sold under its variant. Set LEMONSQUEEZY_VARIANT_…; the reconciler brings it in.",
  unclaimed: "no one here bought it. Find its buyer at Lemon Squeezy, and refund or send the event again.",
  "user-gone": "its user has been deleted. It was cancelled; refund at Lemon Squeezy what was paid.",
  "not-theirs": "it names another user than the one who has it; nothing was moved.",
  "unknown-subscription": "Lemon Squeezy does not know it.",
};

/** Why a signed event is not for us; undefined for one that is. Money of test mode is none. */
export function refusalOf(
  event: Pick<SellerEvent, "isTest" | "storeId">,
  { allowsTest }: { allowsTest: boolean },
): string | undefined {
  if (event.storeId !== null && event.storeId !== env.LEMONSQUEEZY_STORE_ID) {
    return `The store ${event.storeId} is not ours.`;
  }
  return event.isTest && !allowsTest ? "Test mode is refused in production." : undefined;
}

function refuse(status: number, error: string): Response {
  return Response.json({ error }, { status });
}
