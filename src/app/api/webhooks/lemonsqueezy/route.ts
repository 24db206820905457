import { sharedDb } from "~/kysely/shared";
import { answerDoor } from "~/server/answer-door";
import { receiveEvent } from "~/server/billing/receive-event";
import { refuseTooOften } from "~/server/rates/refuse-too-often";

export function POST(request: Request): Promise<Response> {
  const call = { what: "webhook", userId: null, headers: request.headers } as const;
  return answerDoor(
    request,
    async () => (await refuseTooOften(sharedDb(), call)) ?? receiveEvent(sharedDb(), request),
  );
}
