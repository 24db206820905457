import { answerReceipt } from "~/server/privacy/answer-receipt";

export function POST(request: Request): Promise<Response> {
  return answerReceipt(request);
}
