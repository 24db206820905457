import * as z from "zod";

import { generationRules } from "~/catalog/generation-rules";
import { styleIds } from "~/catalog/styles";
import { subjectIds } from "~/catalog/subjects";
import type { Db } from "~/kysely/database";
import { Failure } from "~/server/errors";
import { refuseTooOften } from "~/server/rates/refuse-too-often";

import { helpWithPrompt } from "./help-with-prompt";

const Wish = z.object({
  prompt: z.string().trim().min(1).max(generationRules.maxPromptLength),
  style: z.enum(styleIds),
  subject: z.enum(subjectIds).nullable(),
});

const status: Partial<Record<Failure["code"], number>> = {
  INVALID: 400,
  NOT_FOUND: 404,
  REFUSED: 422,
};

/**
 * Answers `{ suggestion }`, or `{ message }` with what came in between: a sentence for the user. Whoever is signed out
 * gets 401, who asks too often 429. Its own door and not a procedure, because the vendor's SDK stays out of what is rendered at the edge.
 */
export async function answerPromptHelp(
  db: Db,
  request: { userId: string | null; body: unknown; headers: Headers },
): Promise<Response> {
  const { userId, headers } = request;
  if (userId === null) return answer(401, { message: "Sign in first." });
  const wish = Wish.safeParse(request.body);
  if (!wish.success) return answer(400, { message: "Write a prompt first: a few words are enough." });
  const refused = await refuseTooOften(db, { what: "promptHelp", userId, headers });
  if (refused) return refused;
  try {
    return answer(200, { suggestion: await helpWithPrompt(wish.data) });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return answer(status[error.code] ?? 503, { message: error.message });
  }
}

function answer(code: number, body: { suggestion: string } | { message: string }): Response {
  return Response.json(body, { status: code, headers: { "cache-control": "private, no-store" } });
}
