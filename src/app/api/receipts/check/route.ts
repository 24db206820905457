import { httpDb } from "~/kysely/http";
import { answerReceipt } from "~/server/privacy/answer-receipt";
import { refuseTooOften } from "~/server/rates/refuse-too-often";

export async function POST(request: Request): Promise<Response> {
  const call = { what: "receipt", userId: null, headers: request.headers } as const;
  return (await refuseTooOften(httpDb(), call)) ?? answerReceipt(request);
}
