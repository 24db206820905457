import { auth } from "@clerk/nextjs/server";

import { sharedDb } from "~/kysely/shared";
import { answerDoor } from "~/server/answer-door";
import { answerPromptHelp } from "~/server/generations/answer-prompt-help";

export function POST(request: Request): Promise<Response> {
  return answerDoor(request, async () => {
    const { userId } = await auth();
    const { headers } = request;
    return answerPromptHelp(sharedDb(), { userId, headers, body: await request.json().catch(() => null) });
  });
}
