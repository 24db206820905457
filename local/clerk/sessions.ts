import { newId } from "./ids";
import type { Instance } from "./instance";
import type { ClientRecord, SessionRecord, UserRecord } from "./state";

const DAY_MS = 86_400_000;
/** Clerk's default "maximum lifetime" of a session (dashboard, read 2026-11-22). */
const SESSION_MS = 7 * DAY_MS;

/** Signs a browser in. A session it had is replaced: the instance is in single-session mode. */
export function startSession(client: ClientRecord, user: UserRecord, userAgent: string): SessionRecord {
  const now = Date.now();
  const session = {
    id: newId("sess"),
    userId: user.id,
    userAgent,
    lastActiveAt: now,
    expireAt: now + SESSION_MS,
    createdAt: now,
  };
  client.session = session;
  client.updatedAt = now;
  user.lastSignInAt = now;
  return session;
}

/** Signs a browser out. */
export function endSession(client: ClientRecord): void {
  client.session = null;
  client.updatedAt = Date.now();
}

/** Signs a user out everywhere, but for the session `exceptId`. */
export function endSessionsOf(instance: Instance, userId: string, exceptId?: string): void {
  for (const { client, session } of liveSessions(instance)) {
    if (session.userId === userId && session.id !== exceptId) endSession(client);
  }
}

/** A browser's session, unless it has run out. */
export function liveSessionOf(client: ClientRecord | undefined): SessionRecord | undefined {
  const session = client?.session;
  return session && session.expireAt > Date.now() ? session : undefined;
}

/** Every live session with the browser that holds it, newest first. */
export function liveSessions({ store }: Instance): { client: ClientRecord; session: SessionRecord }[] {
  return [...store.state.clients.values()]
    .flatMap((client) => {
      const session = liveSessionOf(client);
      return session ? [{ client, session }] : [];
    })
    .sort((a, b) => b.session.createdAt - a.session.createdAt);
}

/** Remembers a new browser. */
export function createClient({ store }: Instance): ClientRecord {
  const now = Date.now();
  const client = {
    id: newId("client"),
    session: null,
    signUp: null,
    signIn: null,
    createdAt: now,
    updatedAt: now,
  };
  store.state.clients.set(client.id, client);
  return client;
}

/** Forgets browsers that hold nothing and were last seen a day ago, so that the state stays small. */
export function forgetIdleClients({ store }: Instance): void {
  const yesterday = Date.now() - DAY_MS;
  for (const client of store.state.clients.values()) {
    if (!liveSessionOf(client) && client.updatedAt < yesterday) store.state.clients.delete(client.id);
  }
}
