import { auth } from "@clerk/nextjs/server";

import { httpDb } from "~/kysely/http";
import { answerFile } from "~/server/privacy/answer-file";

export async function GET(
  request: Request,
  { params }: { params: Promise<{ kind: string; id: string }> },
): Promise<Response> {
  const { userId } = await auth();
  const { searchParams } = new URL(request.url);
  return answerFile(httpDb(), { userId, ...(await params), as: searchParams.get("as") ?? "view" });
}
