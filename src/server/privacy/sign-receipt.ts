import { toHex } from "./hash-of";
import { canonicalJson } from "./receipt";
import type { Receipt, SignedReceipt } from "./receipt";
import { openSigningKey } from "./receipt-keys";

/** Signs a receipt with Ed25519, by the key of this deployment. */
export async function signReceipt(receipt: Receipt): Promise<SignedReceipt> {
  const { privateKey, publicKey } = await openSigningKey();
  const bytes = new TextEncoder().encode(canonicalJson(receipt));
  const value = toHex(new Uint8Array(await crypto.subtle.sign("Ed25519", privateKey, bytes)));
  return { receipt, signature: { algorithm: "Ed25519", publicKey, value } };
}
