import { answerLive } from "~/server/health/answer-health";

export const dynamic = "force-dynamic";

export function GET(): Response {
  return answerLive();
}
