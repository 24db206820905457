import { randomBytes, sign } from "node:crypto";

import type { Instance } from "./instance";
import type { SessionRecord } from "./state";

/** Signs claims as Clerk does: RS256, with the category its SDKs expect of a session token. */
export function signJwt({ keys }: Instance, claims: object): string {
  const header = { alg: "RS256", cat: "cl_B7d4PD111AAA", kid: keys.kid, typ: "JWT" };
  const body = [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  return `${body}.${sign("RSA-SHA256", Buffer.from(body), keys.privateKey).toString("base64url")}`;
}

/** A session token, version 2 (claims seen from @clerk/nextjs 7.9 on 2026-11-22), valid for `seconds`. */
export function sessionToken(
  instance: Instance,
  session: SessionRecord,
  { origin, seconds = instance.settings.tokenSeconds }: { origin: string; seconds?: number },
): string {
  const now = Math.floor(Date.now() / 1000);
  return signJwt(instance, {
    azp: origin,
    exp: now + seconds,
    fva: [Math.floor((Date.now() - session.createdAt) / 60_000), -1],
    iat: now,
    iss: instance.settings.issuer,
    jti: randomBytes(10).toString("hex"),
    // Clerk allows ten seconds of clock difference.
    nbf: now - 10,
    sid: session.id,
    sts: "active",
    sub: session.userId,
    v: 2,
  });
}
