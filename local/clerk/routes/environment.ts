import { Hono } from "hono";

import { newId } from "../ids";
import type { Instance } from "../instance";
import { environmentJson } from "../resources/environment";
import type { FrontendEnv } from "../visit";

/** How the instance is set up, for the components. */
export function environmentRoutes(instance: Instance): Hono<FrontendEnv> {
  const routes = new Hono<FrontendEnv>();
  routes
    .on(["GET", "PATCH"], "/v1/environment", (c) =>
      c.json(environmentJson(instance.settings, c.var.visit.origin)),
    )
    .post("/v1/dev_browser", (c) => c.json({ object: "dev_browser", id: newId("dvb") }));
  return routes;
}
