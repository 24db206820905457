const CODE_LIFETIME_MS = 600_000;

/** A one-time code's state in Clerk's JSON. */
export function codeVerification(
  status: "unverified" | "verified",
  { strategy = "email_code", attempts = 0 }: { strategy?: string; attempts?: number } = {},
) {
  return {
    object: "verification_otp",
    status,
    strategy,
    attempts,
    expire_at: Date.now() + CODE_LIFETIME_MS,
  };
}
