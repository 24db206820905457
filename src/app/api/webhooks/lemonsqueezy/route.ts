import { sharedDb } from "~/kysely/shared";
import { receiveEvent } from "~/server/billing/receive-event";

export function POST(request: Request): Promise<Response> {
  return receiveEvent(sharedDb(), request);
}
