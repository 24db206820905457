import { auth } from "@clerk/nextjs/server";

import { sharedDb } from "~/kysely/shared";
import { answerExport } from "~/server/privacy/answer-export";

export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { userId } = await auth();
  return answerExport(sharedDb(), { userId, exportId: (await params).id });
}
