import { auth } from "@clerk/nextjs/server";

import { answerLive } from "~/server/live/answer-live";
import { sharedWatch } from "~/server/live/shared-watch";

export async function GET(request: Request): Promise<Response> {
  const { userId } = await auth();
  const awaitsPayment = new URL(request.url).searchParams.get("for") === "payment";
  return answerLive(sharedWatch(), { userId, awaitsPayment, signal: request.signal });
}
