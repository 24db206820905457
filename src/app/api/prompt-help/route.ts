import { auth } from "@clerk/nextjs/server";

import { sharedDb } from "~/kysely/shared";
import { answerDoor } from "~/server/answer-door";
import { answerPromptHelp } from "~/server/generations/answer-prompt-help";
import { readBody } from "~/server/read-body";

const MOST_BYTES = 16 * 1024;

export function POST(request: Request): Promise<Response> {
  return answerDoor(request, async () => {
    const { userId } = await auth();
    const { headers } = request;
    const body = userId === null ? null : await readWish(request);
    return answerPromptHelp(sharedDb(), { userId, headers, body });
  });
}

/** What was sent, as JSON; null for what is none, or too long for a prompt. */
async function readWish(request: Request): Promise<unknown> {
  const body = await readBody(request, MOST_BYTES);
  if (!body) return null;
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return null;
  }
}
