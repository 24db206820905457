import { readBody } from "~/server/read-body";

import { checkReceipt } from "./check-receipt";
import { listPublicKeys } from "./receipt-keys";

/** An account of twenty thousand pictures has a receipt of three million characters, all of them ASCII. */
const MOST_BYTES = 4 * 1024 * 1024;

/** Tells anyone whether the text they send is a receipt of ours. Nothing of it is kept. 413 for what is too long to be one. */
export async function answerReceipt(request: Request): Promise<Response> {
  const body = await readBody(request, MOST_BYTES);
  if (!body) return refuse();
  const verdict = await checkReceipt(new TextDecoder().decode(body));
  return Response.json(verdict, { headers: { "cache-control": "no-store" } });
}

/** The public keys that receipts are checked with, for those who would rather do it themselves. */
export async function answerKeys(): Promise<Response> {
  const keys = await listPublicKeys();
  return Response.json({
    algorithm: "Ed25519",
    signed:
      "the member `receipt` as canonical JSON in UTF-8: keys sorted at every depth, no spaces (RFC 8785)",
    keys,
  });
}

function refuse(): Response {
  return Response.json({ message: "This is too long to be a receipt." }, { status: 413 });
}
