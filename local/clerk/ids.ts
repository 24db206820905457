import { randomBytes } from "node:crypto";

const letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** A new id in Clerk's form: a prefix and 27 base62 characters, `user_2DC9xklbC2elsVMquvjBUxfNQmU`. */
export function newId(prefix: string): string {
  const random = Array.from(randomBytes(27), (byte) => letters.charAt(byte % letters.length)).join("");
  return `${prefix}_${random}`;
}
