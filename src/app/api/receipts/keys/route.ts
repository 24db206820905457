import { answerKeys } from "~/server/privacy/answer-receipt";

export function GET(): Promise<Response> {
  return answerKeys();
}
