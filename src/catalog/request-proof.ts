/** How one part of ours tells the next which request this is, and that it was ours to say. */
export const requestIdHeader = "x-request-id";
export const requestProofHeader = "x-request-proof";

const encoder = new TextEncoder();
const algorithm = { name: "HMAC", hash: "SHA-256" };

/**
 * Signs a request's id for the next of our own parts: the worker in front and the Node host behind it share their variables.
 *
 * @param secret one that both have; it is used for this text alone, so the proof tells nothing that it is good for
 * @returns hex
 */
export async function proveRequestId(id: string, secret: string): Promise<string> {
  const key = await importKey(secret, "sign");
  const signature = await crypto.subtle.sign(algorithm, key, textOf(id));
  return Array.from(new Uint8Array(signature), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The id that a part of ours gave a request; undefined for one that anybody else wrote. */
export async function readProvenId(headers: Headers, secret: string): Promise<string | undefined> {
  const [id, proof] = [headers.get(requestIdHeader), headers.get(requestProofHeader)];
  if (id === null || proof === null || !/^[0-9a-f]{64}$/.test(proof)) return undefined;
  const signature = Uint8Array.from(proof.match(/../g) ?? [], (byte) => parseInt(byte, 16));
  const key = await importKey(secret, "verify");
  return (await crypto.subtle.verify(algorithm, key, signature, textOf(id))) ? id : undefined;
}

function importKey(secret: string, use: "sign" | "verify"): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", encoder.encode(secret), algorithm, false, [use]);
}

function textOf(id: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(`likeness request ${id}`);
}
