import * as z from "zod";

import { env } from "~/env";

import { toHex } from "./hash-of";

const PublicJwk = z.object({ x: z.base64url() });

/** The key that signs, and the one the world may check with: raw, hex. */
export async function openSigningKey(): Promise<{ privateKey: CryptoKey; publicKey: string }> {
  const privateKey = await crypto.subtle.importKey(
    "pkcs8",
    fromBase64(env.RECEIPT_SIGNING_KEY),
    "Ed25519",
    true,
    ["sign"],
  );
  const { x } = PublicJwk.parse(await crypto.subtle.exportKey("jwk", privateKey));
  return { privateKey, publicKey: toHex(fromBase64(x.replaceAll("-", "+").replaceAll("_", "/"))) };
}

/** Every public key whose signature is ours, raw, hex: the one in use first. */
export async function listPublicKeys(): Promise<string[]> {
  const { publicKey } = await openSigningKey();
  return [publicKey, ...(env.RECEIPT_FORMER_KEYS?.split(",") ?? [])];
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
