/** No text of Postgres's has U+0000 in it, and half of a surrogate pair is no character: UTF-8 has no bytes for it. */
const UNSTORABLE = /\0|\p{Surrogate}/u;

/** Whether somewhere in an input, in its keys too, is text that no database keeps. */
export function hasUnstorableText(input: unknown): boolean {
  if (typeof input === "string") return UNSTORABLE.test(input);
  if (typeof input !== "object" || input === null) return false;
  return Object.entries(input).some(([key, value]) => UNSTORABLE.test(key) || hasUnstorableText(value));
}
