import { sharedDb } from "~/kysely/shared";
import { receiveEvent } from "~/server/billing/receive-event";
import { refuseTooOften } from "~/server/rates/refuse-too-often";

export async function POST(request: Request): Promise<Response> {
  const call = { what: "webhook", userId: null, headers: request.headers } as const;
  return (await refuseTooOften(sharedDb(), call)) ?? receiveEvent(sharedDb(), request);
}
