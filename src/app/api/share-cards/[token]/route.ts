import { sharedDb } from "~/kysely/shared";
import { answerShareCard } from "~/server/gallery/answer-share-card";

export async function GET(_: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  return answerShareCard(sharedDb(), token);
}
