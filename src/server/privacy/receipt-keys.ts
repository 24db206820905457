import * as z from "zod";

import { env } from "~/env";

import { toHex } from "./hash-of";

const PublicJwk = z.object({ x: z.base64url() });

interface SigningKey {
  privateKey: CryptoKey;
  /** Raw, hex. */
  publicKey: string;
}

let opened: Promise<SigningKey> | undefined;

/** The key that signs, and the one the world may check with. */
export function openSigningKey(): Promise<SigningKey> {
  opened ??= importSigningKey();
  return opened;
}

async function importSigningKey(): Promise<SigningKey> {
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
