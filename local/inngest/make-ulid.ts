import { createHash, randomBytes } from "node:crypto";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A new ULID: 26 characters that sort by time. */
export function makeUlid(): string {
  return encode(Date.now(), randomBytes(16));
}

/**
 * The ULID of the event at `index` of a request, from the SDK's `x-inngest-event-id-seed` header
 * ("<milliseconds>,<base64 of 10 bytes>"): a request sent again after a lost answer gives the same ids.
 */
export function makeSeededUlid(seed: string, index: number): string {
  const millis = Number(seed.split(",")[0]);
  const bytes = createHash("sha256").update(`${seed},${index}`).digest().subarray(0, 16);
  return encode(Number.isSafeInteger(millis) && millis > 0 ? millis : Date.now(), bytes);
}

function encode(millis: number, entropy: Uint8Array): string {
  let time = "";
  for (let rest = millis; time.length < 10; rest = Math.floor(rest / 32))
    time = ALPHABET.charAt(rest % 32) + time;
  return time + Array.from(entropy, (byte) => ALPHABET.charAt(byte % 32)).join("");
}
