import { canonicalJson, SignedReceipt } from "./receipt";
import type { Receipt } from "./receipt";
import { listPublicKeys } from "./receipt-keys";

export type ReceiptVerdict =
  | { verdict: "genuine"; receipt: Receipt }
  /** It names our key, and its signature is not of this content. */
  | { verdict: "altered" }
  /** Signed by another key, or no receipt of this product. */
  | { verdict: "not-ours" }
  /** No JSON at all. */
  | { verdict: "unreadable" };

/** Tells whether a text is a receipt that we signed, as we signed it. Nothing of it is kept. */
export async function checkReceipt(text: string): Promise<ReceiptVerdict> {
  const json = parseJson(text);
  if (json === undefined) return { verdict: "unreadable" };
  const signed = SignedReceipt.safeParse(json);
  const named = readPublicKey(json);
  const isOurs = named !== undefined && (await listPublicKeys()).includes(named);
  if (!isOurs) return { verdict: "not-ours" };
  if (!signed.success) return { verdict: "altered" };

  const { receipt, signature } = signed.data;
  const key = await crypto.subtle.importKey("raw", fromHex(signature.publicKey), "Ed25519", false, [
    "verify",
  ]);
  const bytes = new TextEncoder().encode(canonicalJson(receipt));
  const isGood = await crypto.subtle.verify("Ed25519", key, fromHex(signature.value), bytes);
  return isGood ? { verdict: "genuine", receipt } : { verdict: "altered" };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The key that a file names, even one that is otherwise not as it should be. */
function readPublicKey(json: unknown): string | undefined {
  const named = SignedReceipt.shape.signature.shape.publicKey.safeParse(
    (json as { signature?: { publicKey?: unknown } } | null)?.signature?.publicKey, // parsed right here
  );
  return named.data;
}

function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
