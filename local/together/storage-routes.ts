import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";

import { Hono } from "hono";

import type { Control } from "../control";
import { ApiError } from "./api-error";
import { faulty } from "./faults";
import type { TogetherEnv } from "./faults";

/** `GET` and `DELETE /storage/<request id>-<name>`: what a worker wrote, behind the key. That it can be deleted is our assumption. Faults on "storage"; `duplicate` has no meaning here. */
export function storageRoutes(control: Control, dir: string): Hono<TogetherEnv> {
  const routes = new Hono<TogetherEnv>();
  routes.get("/storage/:name{[\\w-]+\\.safetensors}", faulty(control, "storage"), async (c) => {
    const file = join(dir, c.req.param("name"));
    const found = await stat(file).catch(() => undefined);
    if (!found)
      throw new ApiError(404, "There is no such file.", { type: "not_found_error", code: "not_found" });
    // The web stream of node:stream/web is the one Response takes; only their declarations differ.
    const body = Readable.toWeb(createReadStream(file)) as unknown as ReadableStream;
    return c.body(body, 200, {
      "content-type": "application/octet-stream",
      "content-length": String(found.size),
    });
  });
  routes.delete("/storage/:name{[\\w-]+\\.safetensors}", faulty(control, "storage"), async (c) => {
    await rm(join(dir, c.req.param("name")), { force: true });
    return c.json({ deleted: true });
  });
  return routes;
}
