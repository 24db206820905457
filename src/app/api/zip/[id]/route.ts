import { auth } from "@clerk/nextjs/server";

import { sharedDb } from "~/kysely/shared";
import { answerZip } from "~/server/gallery/answer-zip";

export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { userId } = await auth();
  const { id } = await params;
  return answerZip(sharedDb(), { userId, zipId: id });
}
