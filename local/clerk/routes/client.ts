import { Hono } from "hono";

import { notFound } from "../errors";
import type { Instance } from "../instance";
import { clientJson } from "../resources/client";
import { sessionJson } from "../resources/session";
import type { SessionStatus } from "../resources/session";
import { endSession } from "../sessions";
import { sessionToken } from "../tokens";
import { knownClient, requireSession, wrapped } from "../visit";
import type { FrontendEnv, Visit } from "../visit";

/** The browser and its session: reading, refreshing, signing out. */
export function clientRoutes(instance: Instance): Hono<FrontendEnv> {
  const describe = (visit: Visit) => ({
    response: visit.client ? clientJson(instance, visit.client, visit.origin) : null,
    client: null,
  });
  const ownSession = (visit: Visit, id: string) => {
    const found = requireSession(instance, visit);
    if (found.session.id !== id) throw notFound("Session");
    return found;
  };
  const end = (visit: Visit, id: string, status: SessionStatus) => {
    const { client, session } = ownSession(visit, id);
    const ended = sessionJson(instance, session, { origin: visit.origin, status });
    endSession(client);
    return wrapped(instance, visit, ended);
  };

  const routes = new Hono<FrontendEnv>();
  routes
    .get("/v1/client", (c) => c.json(describe(c.var.visit)))
    .on(["PUT", "POST"], "/v1/client", (c) => {
      knownClient(instance, c.var.visit);
      return c.json(describe(c.var.visit));
    })
    .on("DELETE", ["/v1/client", "/v1/client/sessions"], (c) => {
      if (c.var.visit.client) endSession(c.var.visit.client);
      return c.json(describe(c.var.visit));
    })
    .get("/v1/client/sessions/:id", (c) => {
      const { visit } = c.var;
      const { session } = ownSession(visit, c.req.param("id"));
      return c.json(wrapped(instance, visit, sessionJson(instance, session, visit)));
    })
    .post("/v1/client/sessions/:id/touch", (c) => {
      const { visit } = c.var;
      const { session, user } = ownSession(visit, c.req.param("id"));
      session.lastActiveAt = Date.now();
      user.lastActiveAt = session.lastActiveAt;
      return c.json(wrapped(instance, visit, sessionJson(instance, session, visit)));
    })
    .post("/v1/client/sessions/:id/tokens", (c) => {
      const { session } = ownSession(c.var.visit, c.req.param("id"));
      return c.json({ object: "token", jwt: sessionToken(instance, session, c.var.visit) });
    })
    .post("/v1/client/sessions/:id/end", (c) => c.json(end(c.var.visit, c.req.param("id"), "ended")))
    .post("/v1/client/sessions/:id/remove", (c) => c.json(end(c.var.visit, c.req.param("id"), "removed")));
  return routes;
}
