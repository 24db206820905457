import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";

import { routes } from "../routes";
import { keepApart } from "./keep-apart";
import { leaveOut } from "./left-out";
import { addToTrace, isChunk, readTrace } from "./traces";
import type { Folders } from "./traces";

/**
 * Readies what Next gathered in `.next/standalone` for OpenNext, which bundles every route it finds there. `next start`
 * does not read that folder.
 *
 * @param root the checkout
 */
export function prepareTrace(root: string): void {
  const built = join(root, ".next/server");
  const gathered = join(root, ".next/standalone/.next/server");
  dropNodeRoutes(gathered);
  const chunks = listChunks(built, gathered);
  mergeTwins(chunks, { built, gathered });
  keepApart(chunks, { built, gathered });
  leaveOut(join(root, ".next/standalone/node_modules"));
  addTelemetryModules(root);
}

/** What the Node host serves (with sharp, libheif, Inngest) stays out of the worker. */
function dropNodeRoutes(server: string): void {
  for (const { path, side } of routes) {
    if (side === "node") rmSync(join(server, "app", path), { recursive: true, force: true });
  }
}

/** Turbopack writes some chunks twice, alike but for the name of their source map: the second then leads to the first. */
function mergeTwins(chunks: readonly string[], { built, gathered }: Folders): void {
  const firsts = new Map<string, string>();
  for (const name of chunks) {
    const code = readFileSync(join(built, name), "utf8").replace(/\n\/\/# sourceMappingURL=.*$/, "");
    const key = `${dirname(name)} ${code}`;
    const first = firsts.get(key) ?? name;
    firsts.set(key, first);
    const merged = first === name ? code : `module.exports=require("./${basename(first)}");\n`;
    writeFileSync(join(gathered, name), merged);
  }
}

/** The chunks that the gathered routes use, relative to the server's folder, in a stable order. */
function listChunks(built: string, gathered: string): string[] {
  const routeFiles = readdirSync(join(gathered, "app"), { recursive: true, encoding: "utf8" }).filter(
    (name) => /(^|\/)(page|route)\.js$/.test(name),
  );
  const traced = routeFiles.flatMap((name) => {
    const file = join(built, "app", `${name}.nft.json`);
    return readTrace(file).files.map((path) => relative(built, join(dirname(file), path)));
  });
  return [...new Set(traced.filter(isChunk))].toSorted();
}

/**
 * Next traces the CommonJS half of @opentelemetry/api (Inngest brings it), and OpenNext's bundler of proxy.ts then asks
 * for the other half (seen 2026-11-22 with @opennextjs/cloudflare 1.20.13).
 */
function addTelemetryModules(root: string): void {
  const modules = "node_modules/@opentelemetry/api/build/esm";
  if (!existsSync(join(root, modules))) return;
  cpSync(join(root, modules), join(root, ".next/standalone", modules), { recursive: true });

  const server = join(root, ".next/server");
  const added = readdirSync(join(root, modules), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"))
    .map((name) => relative(server, join(root, modules, name)));
  addToTrace(join(server, "middleware.js.nft.json"), added);
}
