import type { Instance } from "../instance";
import type { SignInRecord, UserRecord } from "../state";
import { userDataJson } from "./user";
import { codeVerification } from "./verification";

/** A sign-in with the ways in that its user has. */
export function signInJson(instance: Instance, signIn: SignInRecord, origin: string) {
  const user = signIn.userId === null ? undefined : instance.store.state.users.get(signIn.userId);
  const { prepared, codeAttempts } = signIn;
  const codeStatus = signIn.status === "needs_first_factor" ? "unverified" : "verified";
  return {
    object: "sign_in_attempt",
    id: signIn.id,
    status: signIn.status,
    client_trust_state: "known",
    supported_identifiers: ["email_address"],
    supported_first_factors: user ? firstFactors(user) : [],
    supported_second_factors: null,
    first_factor_verification:
      prepared && codeVerification(codeStatus, { strategy: prepared, attempts: codeAttempts }),
    second_factor_verification: null,
    identifier: user?.email ?? null,
    user_data: user ? userDataJson(instance, user, origin) : null,
    created_session_id: signIn.createdSessionId,
    abandon_at: signIn.abandonAt,
  };
}

function firstFactors(user: UserRecord) {
  const byEmail = { safe_identifier: user.email, email_address_id: user.emailId, primary: true };
  const code = { strategy: "email_code", ...byEmail };
  if (user.passwordHash === null) return [code];
  return [{ strategy: "password" }, code, { strategy: "reset_password_email_code", ...byEmail }];
}
