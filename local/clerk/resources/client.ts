import type { Instance } from "../instance";
import { liveSessionOf } from "../sessions";
import type { ClientRecord } from "../state";
import { sessionJson } from "./session";
import { signInJson } from "./sign-in";
import { signUpJson } from "./sign-up";

/** A browser: its session and the sign-in or sign-up under way. */
export function clientJson(instance: Instance, client: ClientRecord, origin: string) {
  const session = liveSessionOf(client);
  return {
    object: "client",
    id: client.id,
    sessions: session ? [sessionJson(instance, session, { origin })] : [],
    sign_in: client.signIn && signInJson(instance, client.signIn, origin),
    sign_up: client.signUp && signUpJson(instance, client.signUp),
    last_active_session_id: session?.id ?? null,
    last_authentication_strategy: null,
    cookie_expires_at: null,
    captcha_bypass: false,
    created_at: client.createdAt,
    updated_at: client.updatedAt,
  };
}
