import type { NextRequest } from "next/server";

import { sharedDb } from "~/kysely/shared";
import { noteRefusal } from "~/log/note-refusal";
import { answerDoor } from "~/server/answer-door";
import { Failure } from "~/server/errors";
import { eraseAccount } from "~/server/privacy/erase-account";
import { refuseTooOften } from "~/server/rates/refuse-too-often";
import { currentRequestId } from "~/server/request-id";
import { ensureUser } from "~/server/users/ensure-user";
import { readUserEvent } from "~/server/vendors/clerk";

export function POST(request: NextRequest): Promise<Response> {
  const call = { what: "webhook", userId: null, headers: request.headers } as const;
  return answerDoor(request, async () => (await refuseTooOften(sharedDb(), call)) ?? take(request));
}

async function take(request: NextRequest): Promise<Response> {
  try {
    const event = await readUserEvent(request);
    if (event.kind === "kept") await ensureUser(sharedDb(), event);
    if (event.kind === "deleted") await eraseAccount(sharedDb(), { userId: event.id, requestedBy: "clerk" });
    return Response.json({ ok: true });
  } catch (error) {
    // Late news of someone who was erased: told again, it would be as late.
    if (error instanceof Failure && error.code === "REFUSED") return Response.json({ ok: true });
    if (!(error instanceof Failure)) throw error;
    noteRefusal("signature", currentRequestId());
    return Response.json({ error: error.message }, { status: 401 });
  }
}
