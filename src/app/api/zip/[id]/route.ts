import { auth } from "@clerk/nextjs/server";

import { sharedDb } from "~/kysely/shared";
import { answerZip } from "~/server/gallery/answer-zip";
import { refuseTooOften } from "~/server/rates/refuse-too-often";

export async function GET(
  { headers }: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { userId } = await auth();
  const refused = await refuseTooOften(sharedDb(), { what: "zip", userId, headers });
  if (refused) return refused;
  const { id } = await params;
  return answerZip(sharedDb(), { userId, zipId: id });
}
