import { httpDb } from "~/kysely/http";
import { answerReady } from "~/server/health/answer-health";

export const dynamic = "force-dynamic";

export function GET(): Promise<Response> {
  return answerReady(httpDb());
}
