import type { Instance } from "../instance";
import type { ClientRecord, SessionRecord } from "../state";
import { sessionToken } from "../tokens";
import { requireUser } from "../users";
import { publicUserJson, userJson } from "./user";

/** Clerk calls a session abandoned 23 days after it expired (seen in its answers, 2026-11-22). */
const ABANDON_AFTER_MS = 23 * 86_400_000;

export type SessionStatus = "active" | "revoked" | "ended" | "removed";

/** A session as the browser sees it, with a fresh token for `origin` while it is active. */
export function sessionJson(
  instance: Instance,
  session: SessionRecord,
  { origin, status = "active" }: { origin: string; status?: SessionStatus },
) {
  const user = requireUser(instance, session.userId);
  return {
    ...times(session),
    object: "session",
    id: session.id,
    status,
    last_active_organization_id: null,
    last_active_token:
      status === "active" ? { object: "token", jwt: sessionToken(instance, session, { origin }) } : null,
    actor: null,
    tasks: null,
    factor_verification_age: [Math.floor((Date.now() - session.createdAt) / 60_000), -1],
    user: userJson(instance, user, origin),
    public_user_data: publicUserJson(instance, user, origin),
  };
}

/** A session in the list of devices. */
export function activeSessionJson(session: SessionRecord) {
  return {
    ...times(session),
    object: "session",
    id: session.id,
    status: "active",
    last_active_organization_id: null,
    last_active_token: null,
    actor: null,
    tasks: null,
    factor_verification_age: [Math.floor((Date.now() - session.createdAt) / 60_000), -1],
    user: null,
    public_user_data: null,
    latest_activity: activityJson(session),
  };
}

/** A session as a server sees it. */
export function backendSessionJson(client: ClientRecord, session: SessionRecord, status: SessionStatus) {
  return {
    ...times(session),
    object: "session",
    id: session.id,
    user_id: session.userId,
    client_id: client.id,
    actor: null,
    status,
    last_active_organization_id: null,
    latest_activity: activityJson(session),
    tasks: null,
  };
}

function times(session: SessionRecord) {
  return {
    expire_at: session.expireAt,
    abandon_at: session.expireAt + ABANDON_AFTER_MS,
    last_active_at: session.lastActiveAt,
    created_at: session.createdAt,
    updated_at: session.lastActiveAt,
  };
}

function activityJson({ id, userAgent }: SessionRecord) {
  // Edge says Chrome too, and Chrome says Safari: the first of these names is the true one.
  const name = ["Edg", "Firefox", "Chrome", "Safari"].find((candidate) =>
    userAgent.includes(`${candidate}/`),
  );
  return {
    object: "session_activity",
    id: id.replace("sess_", "sess_activity_"),
    device_type: /Android|iPhone|Macintosh|Windows|Linux/.exec(userAgent)?.[0] ?? "",
    is_mobile: userAgent.includes("Mobile"),
    browser_name: name ?? "Browser",
    browser_version: /(?:Edg|Firefox|Chrome|Version)\/([\d.]+)/.exec(userAgent)?.[1] ?? "",
    ip_address: "127.0.0.1",
    city: "",
    // The profile shows it in brackets after the address.
    country: "this machine",
  };
}
