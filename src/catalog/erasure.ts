import { makeToken } from "./make-token";

/** What is typed to delete an account. */
export const erasureConfirmation = "delete everything";

/** A link to an erasure ends in this. */
export const erasureToken = /^[\w-]{32}$/;

/** A new one: 192 random bits. */
export function makeErasureToken(): string {
  return makeToken(24);
}
