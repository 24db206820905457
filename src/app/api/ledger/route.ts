import { auth } from "@clerk/nextjs/server";

import { httpDb } from "~/kysely/http";
import { answerLedger } from "~/server/billing/answer-ledger";

export async function GET(): Promise<Response> {
  const { userId } = await auth();
  return answerLedger(httpDb(), userId);
}
