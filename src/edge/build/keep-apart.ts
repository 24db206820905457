import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

import { addToTrace, isChunk, readTrace } from "./traces";
import type { Folders } from "./traces";

/** What OpenNext's bundler takes NEXT_RUNTIME for in the proxy's bundle, and in the server's (@opennextjs/cloudflare 1.20.13). */
const runtimes = { proxy: "edge", server: "nodejs" } as const;

/**
 * Next's headers, which Clerk asks for, ask React for its cache, and React is a part of the runtime that renders pages. In the
 * proxy nothing is rendered: Next goes on without a cache where React has none (create-deduped-by-callsite-server-error-logger).
 */
const renderer = 'require("next/dist/compiled/next-server/app-page-turbo.runtime.prod.js")';
const noRenderer = '({vendored:{"react-rsc":{React:{}}}})';

/**
 * Lets the proxy's bundle and the server's each have its own chunks alone. OpenNext puts whatever it finds in `chunks` into both:
 * what belongs to one moves out of there, and in its place stands a line of which the other's bundler takes nothing.
 *
 * @param shared the chunks that routes use, relative to the server's folder
 * @throws Error when the proxy does not ask for what it is spared: that is then to be taken out here.
 */
export function keepApart(shared: readonly string[], { built, gathered }: Folders): void {
  const proxyTrace = join(built, "middleware.js.nft.json");
  const hookTrace = join(built, "instrumentation.js.nft.json");
  const ofProxy = readTrace(proxyTrace).files.filter(isChunk);
  // The proxy's bundle has the hook's chunks, and never runs it: the server, which shares its process, does.
  const ofHook = readTrace(hookTrace).files.filter(isChunk);

  let isSpared = false;
  for (const name of ofProxy.filter((name) => !shared.includes(name) && !ofHook.includes(name))) {
    const code = read(name);
    isSpared ||= code.includes(renderer);
    move(name, { code: code.replaceAll(renderer, noRenderer), runtime: runtimes.proxy, trace: proxyTrace });
  }
  for (const name of ofHook.filter((name) => !ofProxy.includes(name))) {
    move(name, { code: read(name), runtime: runtimes.server, trace: hookTrace });
  }
  if (!isSpared) throw new Error(`The proxy no longer asks for ${renderer}.`);

  function read(name: string): string {
    return readFileSync(join(built, name), "utf8").replace(/\n\/\/# sourceMappingURL=.*$/, "");
  }

  function move(
    name: string,
    { code, runtime, trace }: { code: string; runtime: string; trace: string },
  ): void {
    const moved = join("apart", name);
    mkdirSync(dirname(join(gathered, moved)), { recursive: true });
    writeFileSync(join(gathered, moved), code);
    const path = JSON.stringify(relative(dirname(name), moved));
    const line = `process.env.NEXT_RUNTIME==="${runtime}"?require(${path}):[]`;
    writeFileSync(join(gathered, name), `module.exports=${line};\n`);
    addToTrace(trace, [moved]);
  }
}
