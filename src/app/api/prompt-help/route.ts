import { auth } from "@clerk/nextjs/server";

import { sharedDb } from "~/kysely/shared";
import { answerPromptHelp } from "~/server/generations/answer-prompt-help";

export async function POST(request: Request): Promise<Response> {
  const { userId } = await auth();
  const { headers } = request;
  return answerPromptHelp(sharedDb(), { userId, headers, body: await request.json().catch(() => null) });
}
