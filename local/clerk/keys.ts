import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";
import type { JsonWebKey, KeyObject } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { writeAtomically } from "./write-atomically";

export interface Keys {
  privateKey: KeyObject;
  /** What `CLERK_JWT_KEY` may be set to, so that tokens are verified without a request. */
  publicKeyPem: string;
  /** Names the key in a token's header. */
  kid: string;
  jwk: JsonWebKey;
}

/** Reads the instance's RSA key from a folder, or makes it. It lives apart from the users, so emptying those signs nobody's token anew. */
export function loadKeys(dir: string): Keys {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const path = join(dir, "key.pem");
  if (!existsSync(path)) writeAtomically(path, generatePem());

  const privateKey = createPrivateKey(readFileSync(path));
  const publicKey = createPublicKey(privateKey);
  const fingerprint = createHash("sha256").update(publicKey.export({ type: "spki", format: "der" }));
  return {
    privateKey,
    publicKeyPem: publicKey.export({ type: "spki", format: "pem" }).toString(),
    kid: `ins_${fingerprint.digest("hex").slice(0, 27)}`,
    jwk: publicKey.export({ format: "jwk" }),
  };
}

function generatePem(): string {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}
