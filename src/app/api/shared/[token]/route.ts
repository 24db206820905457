import { httpDb } from "~/kysely/http";
import { answerShared } from "~/server/gallery/answer-shared";

export async function GET(_: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  return answerShared(httpDb(), token);
}
