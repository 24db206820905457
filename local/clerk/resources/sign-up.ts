import type { Instance } from "../instance";
import type { SignUpRecord } from "../state";
import { codeVerification } from "./verification";

/** A sign-up with what it still lacks. */
export function signUpJson(instance: Instance, signUp: SignUpRecord) {
  const { missing, unverified } = lackingFields(instance, signUp);
  const isVerified = unverified.length === 0;
  const emailVerification = {
    ...codeVerification(isVerified ? "verified" : "unverified", { attempts: signUp.codeAttempts }),
    next_action: isVerified ? "" : "needs_attempt",
    supported_strategies: ["email_code"],
  };
  return {
    object: "sign_up_attempt",
    id: signUp.id,
    status: signUp.createdSessionId ? "complete" : "missing_requirements",
    required_fields: ["email_address", "password"],
    optional_fields: ["first_name", "last_name"],
    missing_fields: missing,
    unverified_fields: unverified,
    verifications: {
      // Nothing yet makes the component ask for a code.
      email_address: signUp.email !== null && (isVerified || signUp.codeSent) ? emailVerification : null,
      phone_number: null,
      web3_wallet: null,
      external_account: null,
    },
    username: null,
    email_address: signUp.email,
    phone_number: null,
    web3_wallet: null,
    has_password: signUp.passwordHash !== null,
    password_enabled: signUp.passwordHash !== null,
    first_name: signUp.firstName,
    last_name: signUp.lastName,
    unsafe_metadata: signUp.unsafeMetadata,
    external_account: null,
    external_account_strategy: null,
    custom_action: false,
    external_id: null,
    legal_accepted_at: null,
    locale: null,
    created_session_id: signUp.createdSessionId,
    created_user_id: signUp.createdUserId,
    abandon_at: signUp.abandonAt,
  };
}

/** What a sign-up needs before it makes a user; addresses with "+verify" want a code even when others do not. */
export function lackingFields({ settings }: Instance, signUp: SignUpRecord) {
  const missing: string[] = [];
  if (signUp.email === null) missing.push("email_address");
  if (signUp.passwordHash === null) missing.push("password");

  const wantsCode = signUp.email !== null && (settings.verifyEmail || signUp.email.includes("+verify"));
  return { missing, unverified: wantsCode && !signUp.emailVerified ? ["email_address"] : [] };
}
