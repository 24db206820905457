import { ClerkError, formError } from "./errors";
import { liveSessionOf } from "./sessions";
import type { ClientRecord } from "./state";

/** The one code that is ever "sent": Clerk's own for test addresses. */
const TEST_CODE = "424242";

/**
 * Refuses any other code, and counts the attempt.
 *
 * @throws ClerkError 422 form_code_incorrect.
 */
export function requireTestCode(attempt: { codeAttempts: number }, code: string): void {
  attempt.codeAttempts += 1;
  if (code !== TEST_CODE) throw formError("form_code_incorrect", "code", "Incorrect code");
}

/** @throws ClerkError 400 session_exists: in single-session mode one signs out before signing in anew. */
export function requireSignedOut(client: ClientRecord): void {
  if (!liveSessionOf(client)) return;
  throw new ClerkError({
    status: 400,
    code: "session_exists",
    message: "You're currently in single session mode. You can only be signed into one account at a time.",
  });
}

/** A 400: a code is tried, or a password replaced, before the code was asked for. */
export function codeNotSent(): ClerkError {
  const message = "You need to send a verification code before attempting to verify.";
  return new ClerkError({ status: 400, code: "verification_missing", message });
}
