import { Hono } from "hono";

import { requireSecretKey } from "./backend-env";
import { ClerkError, errorBody } from "./errors";
import { misbehaving } from "./faults";
import type { Instance } from "./instance";
import { backendSessionRoutes, jwks } from "./routes/backend-sessions";
import { backendUserRoutes } from "./routes/backend-users";
import { bundleRoutes } from "./routes/bundles";
import { clientRoutes } from "./routes/client";
import { environmentRoutes } from "./routes/environment";
import { handshakeRoutes } from "./routes/handshake";
import { meRoutes } from "./routes/me";
import { pictureRoutes } from "./routes/pictures";
import { signInRoutes } from "./routes/sign-ins";
import { signUpRoutes } from "./routes/sign-ups";
import { visiting } from "./visit";
import type { FrontendEnv } from "./visit";

// `/*` takes in the path before it, too.
const frontendPaths = ["/v1/environment/*", "/v1/dev_browser/*", "/v1/client/*", "/v1/me/*"];
const backendPaths = [
  "/v1/jwks/*",
  "/v1/clients/*",
  "/v1/users/*",
  "/v1/sessions/*",
  "/v1/sign_in_tokens/*",
  "/v1/testing_tokens/*",
];

/** Both of Clerk's APIs, and the files the browser loads, on one address. */
export function createApp(instance: Instance): Hono<FrontendEnv> {
  const { control, settings } = instance;
  const app = new Hono<FrontendEnv>();
  app.use(control.counting);
  app.route("/", control.routes);

  for (const path of frontendPaths) app.use(path, misbehaving(control, "frontend"), visiting(instance));
  for (const path of backendPaths) app.use(path, misbehaving(control, "backend"), requireSecretKey(instance));

  app.get("/.well-known/jwks.json", (c) => c.json(jwks(instance)));
  const routes = [
    environmentRoutes(instance),
    clientRoutes(instance),
    handshakeRoutes(instance),
    signUpRoutes(instance),
    signInRoutes(instance),
    meRoutes(instance),
  ];
  for (const part of routes) app.route("/", part);
  const plainRoutes = [
    backendUserRoutes(instance),
    backendSessionRoutes(instance),
    bundleRoutes(),
    pictureRoutes(instance),
  ];
  for (const part of plainRoutes) app.route("/", part);

  app.notFound((c) => {
    const message = `The local Clerk does not play ${c.req.method} ${c.req.path}.`;
    settings.log(message);
    return c.json(errorBody({ code: "not_played_locally", message }), 404);
  });
  app.onError((error, c) => {
    if (error instanceof ClerkError) return c.json(errorBody(error.refusal), error.refusal.status);
    settings.log(`${c.req.method} ${c.req.path} broke: ${error.stack ?? error.message}`);
    return c.json(errorBody({ code: "internal_clerk_error", message: "Something went wrong." }), 500);
  });
  return app;
}

/** The browser SDK sends every method but GET as a POST that names the true one in its query. */
export function withTrueMethod(request: Request): Request {
  const method = request.method === "POST" ? new URL(request.url).searchParams.get("_method") : null;
  if (!method || !["PATCH", "PUT", "DELETE"].includes(method)) return request;
  const init = { method, headers: request.headers, body: request.body, duplex: "half" as const };
  return new Request(request.url, init);
}
