import { sharedDb } from "~/kysely/shared";
import { answerShareCard } from "~/server/gallery/answer-share-card";
import { refuseTooOften } from "~/server/rates/refuse-too-often";

export async function GET(
  { headers }: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const { token } = await params;
  const refused = await refuseTooOften(sharedDb(), { what: "shareCard", userId: null, headers });
  if (refused) return refused;
  return answerShareCard(sharedDb(), token);
}
