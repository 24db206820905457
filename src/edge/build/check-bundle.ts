import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Cloudflare takes 3 MB gzipped on its free plan, 10 MB on a paid one (its docs, "Workers limits", read 2026-11-22). */
const MAX_GZIP_KIB = 3 * 1024;

/** Packages that only work on Node. */
const nodePackages = /node_modules\/(sharp|@img|heic-decode|libheif-js|yazl|file-type|ws|pg)\//g;

/** Node's own modules that have nothing to work on at the edge, as Turbopack leaves them in a chunk. */
const nodeModules = /require\("(?:node:)?(fs|fs\/promises|child_process|worker_threads|cluster|net|tls)"\)/g;

/** Chunks that may have one all the same: by the package that brings it, never by our own code. */
const excused: Record<string, readonly string[]> = {
  // Clerk's keyless mode, which production never enters.
  fs: ["safe-node-apis"],
};

/**
 * Refuses a worker that carries what belongs on Node, or is too large to deploy.
 *
 * @param root the checkout, with `.open-next` built
 * @returns the worker's size as it is uploaded
 * @throws Error naming what is in it.
 */
export function checkBundle(root: string): { gzipKib: number } {
  const inputs = readInputs(join(root, ".open-next/server-functions/default/handler.mjs.meta.json"));
  const found = inputs.flatMap((name) => [...name.matchAll(nodePackages)].map(([, what]) => what));

  for (const chunk of inputs.filter((name) => name.includes("/.next/server/chunks/"))) {
    const code = readFileSync(join(root, chunk), "utf8");
    for (const [, what = ""] of code.matchAll(nodeModules)) {
      if (!excused[what]?.some((brought) => code.includes(brought))) found.push(`${what} in ${chunk}`);
    }
  }

  const gzipKib = Math.round(gzipSync(readFileSync(join(root, ".open-next/dist/worker.js"))).length / 1024);
  if (gzipKib > MAX_GZIP_KIB) found.push(`${gzipKib} KiB gzipped, more than ${MAX_GZIP_KIB}`);
  if (found.length > 0) throw new Error(`The worker may not have: ${[...new Set(found)].join(", ")}.`);
  return { gzipKib };
}

function readInputs(metafile: string): string[] {
  const { inputs } = JSON.parse(readFileSync(metafile, "utf8")) as { inputs: Record<string, unknown> }; // esbuild's format
  return Object.keys(inputs);
}
