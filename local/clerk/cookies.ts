import type { Instance } from "./instance";
import { liveSessionOf } from "./sessions";
import type { ClientRecord } from "./state";
import { sessionToken } from "./tokens";

const YEAR_SECONDS = 31_536_000;

/**
 * What every answer about a browser or its user sets. In a production instance it is the frontend API that tells the app's
 * server, by `__client_uat`, since when the browser is signed in; 0 for not at all. No Secure: this is plain http.
 */
export function clientCookies({ settings }: Instance, client: ClientRecord | undefined): string[] {
  const age = `Path=/; Max-Age=${String(YEAR_SECONDS)}; SameSite=Lax`;
  const names = ["__client_uat", `__client_uat_${settings.cookieSuffix}`];
  const cookies = names.map((name) => `${name}=${signedInSince(client)}; ${age}`);
  if (client) cookies.push(`__client=${client.id}; ${age}; HttpOnly`);
  return cookies;
}

/** What a handshake hands to the app's server to set: a fresh session token, or the end of one. */
export function handshakeDirectives(
  instance: Instance,
  client: ClientRecord | undefined,
  origin: string,
): string[] {
  const session = liveSessionOf(client);
  const attributes = "Path=/; SameSite=Lax";
  const directives = ["__clerk_handshake=; Path=/; Max-Age=0", "__clerk_handshake_nonce=; Path=/; Max-Age=0"];
  for (const suffix of ["", `_${instance.settings.cookieSuffix}`]) {
    const token = session ? sessionToken(instance, session, { origin }) : "";
    const tokenAge = session ? YEAR_SECONDS : 0;
    directives.push(
      `__client_uat${suffix}=${signedInSince(client)}; ${attributes}; Max-Age=${String(YEAR_SECONDS)}`,
      `__session${suffix}=${token}; ${attributes}; Max-Age=${String(tokenAge)}`,
    );
  }
  return directives;
}

/** Unix seconds, at most those of any token made since: the app's server distrusts a token that is older. */
function signedInSince(client: ClientRecord | undefined): string {
  return client && liveSessionOf(client) ? String(Math.floor(client.updatedAt / 1000)) : "0";
}
