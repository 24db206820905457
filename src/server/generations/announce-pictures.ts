import { plans } from "~/catalog/plans";
import type { PlanId } from "~/catalog/plans";
import { announce } from "~/inngest/announce";
import { picturesQueued } from "~/inngest/events";

/** Among those who wait, paid plans go first by this much; among paid plans no one does. */
const HEAD_START_SECONDS = 60;

/** Sends the event that makes as many of a user's waiting pictures as it has tickets. One ticket too many makes nothing. */
export async function announcePictures(queued: {
  userId: string;
  tickets: string[];
  plan: PlanId;
  eventId: string;
}): Promise<void> {
  const { userId, tickets, plan, eventId: id } = queued;
  const headStartSeconds = plans[plan].priceUsd > 0 ? HEAD_START_SECONDS : 0;
  await announce(picturesQueued.create({ userId, tickets, headStartSeconds }, { id }));
}
