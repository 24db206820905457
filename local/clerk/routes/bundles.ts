import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import { Hono } from "hono";

import { notFound } from "../errors";

const require = createRequire(import.meta.url);

/**
 * The browser's half of Clerk, out of node_modules: the SDK and the components, with the chunks they load.
 *
 * The version in the path is ignored: the lock file decides.
 */
export function bundleRoutes(): Hono {
  const packageRoots = new Map([
    ["clerk-js", packageRoot(require.resolve("@clerk/clerk-js"))],
    ["ui", packageRoot(require.resolve("@clerk/ui"))],
  ]);
  const routes = new Hono();
  routes.get("/npm/@clerk/:package/dist/:file{[\\w.-]+\\.js}", async (c) => {
    const root = packageRoots.get(c.req.param("package").replace(/@.*$/, ""));
    const file = c.req.param("file");
    const path = root && join(root, "dist", file);
    if (!path || !existsSync(path)) throw notFound(`Bundle ${file}`);

    // A chunk carries its version in its name; the two entries do not.
    const isChunk = /_\d+\.\d+\.\d+\.js$/.test(file);
    return c.body(new Uint8Array(await readFile(path)), 200, {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": isChunk ? "public, max-age=31536000, immutable" : "public, max-age=300",
    });
  });
  return routes;
}

function packageRoot(entry: string): string {
  let directory = dirname(entry);
  while (!existsSync(join(directory, "package.json"))) directory = dirname(directory);
  return directory;
}
