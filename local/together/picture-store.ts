import { randomUUID } from "node:crypto";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { Hono } from "hono";

import type { TogetherEnv } from "./faults";

// How long the vendor keeps a picture is not documented; an hour is what makes hot-linking it visible as the mistake it is.
const LIFETIME_MS = 60 * 60 * 1000;

export interface PictureStore {
  /** Keeps a picture for an hour. @returns its public URL. */
  put: (bytes: Buffer, format: "jpeg" | "png") => Promise<string>;
  /** `GET /imgproxy/<name>`, without a key. */
  routes: Hono<TogetherEnv>;
}

/** Where pictures asked for with `response_format: "url"` wait to be fetched. */
export function createPictureStore(dir: string, origin: () => string): PictureStore {
  const routes = new Hono<TogetherEnv>();
  routes.get("/imgproxy/:name{[0-9a-f-]{36}\\.(jpeg|png)}", async (c) => {
    // "CDN rejects requests with a blank User-Agent (HTTP 403)": Together docs, read 2026-11-22.
    if (!c.req.header("user-agent")) return c.text("Forbidden", 403);
    const name = c.req.param("name");
    const file = join(dir, name);
    const found = await stat(file).catch(() => undefined);
    if (!found || Date.now() - found.mtimeMs > LIFETIME_MS) return c.text("Not found", 404);
    return c.body(new Uint8Array(await readFile(file)), 200, {
      "content-type": `image/${name.split(".")[1] ?? "jpeg"}`,
    });
  });

  return {
    put: async (bytes, format) => {
      await mkdir(dir, { recursive: true, mode: 0o700 });
      const name = `${randomUUID()}.${format}`;
      await writeFile(join(dir, name), bytes);
      return `${origin()}/imgproxy/${name}`;
    },
    routes,
  };
}
