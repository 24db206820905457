import { Hono } from "hono";
import * as z from "zod";

import { readJson } from "../backend-env";
import { ClerkError, notFound } from "../errors";
import { newId } from "../ids";
import type { Instance } from "../instance";
import { backendSessionJson } from "../resources/session";
import { createClient, endSession, liveSessions, startSession } from "../sessions";
import { createTicket } from "../tickets";
import { sessionToken } from "../tokens";
import { requireUser } from "../users";

const UserBody = z.object({ user_id: z.string() });
const TicketBody = z.object({
  user_id: z.string(),
  // 30 days, the OpenAPI file's default.
  expires_in_seconds: z
    .number()
    .int()
    .min(1)
    .nullish()
    .transform((seconds) => seconds ?? 2_592_000),
});
const TokenBody = z.object({ expires_in_seconds: z.number().int().min(30).max(315_360_000).nullish() });

/** Sessions, tokens and keys, for servers that hold the secret key. */
export function backendSessionRoutes(instance: Instance): Hono {
  const find = (id: string) => {
    const found = liveSessions(instance).find(({ session }) => session.id === id);
    if (!found) throw notFound("Session");
    return found;
  };

  const routes = new Hono();
  routes
    .get("/v1/jwks", (c) => c.json(jwks(instance)))
    .get("/v1/clients/handshake_payload", (c) => {
      const directives = instance.handshakes.get(c.req.query("nonce") ?? "");
      if (!directives) throw notFound("Handshake");
      return c.json({ directives });
    })
    .get("/v1/sessions", (c) => {
      const { user_id: userId, client_id: clientId, status = "active", paginated } = c.req.query();
      const matching = liveSessions(instance).filter(
        ({ client, session }) =>
          status === "active" &&
          (userId === undefined || session.userId === userId) &&
          (clientId === undefined || client.id === clientId),
      );
      const data = matching.map(({ client, session }) => backendSessionJson(client, session, "active"));
      return c.json(paginated === "true" ? { data, total_count: data.length } : data);
    })
    .post("/v1/sessions", async (c) => {
      const user = requireUser(instance, (await readJson(c, UserBody)).user_id);
      const client = createClient(instance);
      return c.json(backendSessionJson(client, startSession(client, user, "backend API"), "active"));
    })
    .get("/v1/sessions/:id", (c) => {
      const { client, session } = find(c.req.param("id"));
      return c.json(backendSessionJson(client, session, "active"));
    })
    .post("/v1/sessions/:id/revoke", (c) => {
      const { client, session } = find(c.req.param("id"));
      endSession(client);
      return c.json(backendSessionJson(client, session, "revoked"));
    })
    .post("/v1/sessions/:id/tokens", async (c) => {
      const { session } = find(c.req.param("id"));
      const { expires_in_seconds: seconds } = await readJson(c, TokenBody);
      const lifetime = { origin: instance.settings.appOrigin, ...(seconds && { seconds }) };
      return c.json({ object: "token", jwt: sessionToken(instance, session, lifetime) });
    })
    .post("/v1/sign_in_tokens", async (c) => {
      const body = await readJson(c, TicketBody);
      const ticket = createTicket(instance, requireUser(instance, body.user_id), body.expires_in_seconds);
      const { settings } = instance;
      return c.json({
        ...ticketJson(ticket),
        url: `${settings.appOrigin}/sign-in?__clerk_ticket=${ticket.token}`,
      });
    })
    .post("/v1/sign_in_tokens/:id/revoke", (c) => {
      const tickets = [...instance.store.state.tickets.values()];
      const ticket = tickets.find(({ id }) => id === c.req.param("id"));
      if (!ticket) throw notFound("Sign-in token");
      if (ticket.status !== "pending") {
        const message = "Only a pending sign-in token can be revoked.";
        throw new ClerkError({ status: 400, code: "sign_in_token_cannot_be_revoked_code", message });
      }
      ticket.status = "revoked";
      ticket.updatedAt = Date.now();
      return c.json({ ...ticketJson(ticket), url: null });
    })
    .post("/v1/testing_tokens", (c) =>
      c.json({
        object: "testing_token",
        token: newId("tt"),
        expires_at: Math.floor(Date.now() / 1000) + 3600,
      }),
    );
  return routes;
}

/** The public half of the signing key, as a JSON Web Key Set. */
export function jwks({ keys }: Instance) {
  return { keys: [{ ...keys.jwk, use: "sig", kid: keys.kid, alg: "RS256" }] };
}

function ticketJson(ticket: ReturnType<typeof createTicket>) {
  return {
    object: "sign_in_token",
    id: ticket.id,
    status: ticket.status,
    user_id: ticket.userId,
    token: ticket.token,
    created_at: ticket.createdAt,
    updated_at: ticket.updatedAt,
  };
}
