import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { leftOut } from "./left-out";

/**
 * Cloudflare takes 10 MB gzipped on its paid plan, 3 MB on the free one (its docs, "Workers limits", read 2026-11-22). This is to
 * notice: a library more, or OpenNext's bundler no longer leaving out what src/edge/build takes away. On 2026-11-30 there were 2,236.
 */
const MAX_GZIP_KIB = 2400;

/** Packages that only work on Node. */
const nodePackages = /node_modules\/(sharp|@img|heic-decode|libheif-js|yazl|file-type|ws|pg)\//g;

/** Node's own modules that have nothing to work on at the edge, as Turbopack leaves them in a chunk. */
const nodeModules = /require\("(?:node:)?(fs|fs\/promises|child_process|worker_threads|cluster|net|tls)"\)/g;

/** Chunks that may have one all the same: by the package that brings it, never by our own code. */
const excused: Record<string, readonly string[]> = {
  // Clerk's keyless mode, which production never enters; a measurement in Next's own router, which Clerk brings along.
  fs: ["safe-node-apis", "next/dist/compiled/gzip-size/"],
};

/**
 * Refuses a worker that carries what belongs on Node, or is too large to deploy.
 *
 * @param root the checkout, with `.open-next` built
 * @returns the worker's size as it is uploaded
 * @throws Error naming what is in it, or what is left out of it though nothing asks for it any more.
 */
export function checkBundle(root: string): { gzipKib: number } {
  const inputs = readInputs(join(root, ".open-next/server-functions/default/handler.mjs.meta.json"));
  const found = inputs.flatMap((name) => [...name.matchAll(nodePackages)].map(([, what]) => what));

  const chunks = inputs.filter((name) => /\/\.next\/server\/(apart\/)?chunks\//.test(name));
  chunks.push(...listProxyChunks(root));
  const codes = new Map(chunks.map((chunk) => [chunk, readFileSync(join(root, chunk), "utf8")]));
  for (const [chunk, code] of codes) {
    for (const [, what = ""] of code.matchAll(nodeModules)) {
      const askers = [...findAskers(codes, code, what)];
      const all = askers.length === 0 ? [code] : askers;
      const isExcused = all.every((asker) => excused[what]?.some((brought) => asker.includes(brought)));
      if (!isExcused) found.push(`${what} in ${chunk}`);
    }
  }

  for (const path of Object.keys(leftOut)) {
    if (!inputs.some((name) => name.endsWith(`/node_modules/${path}`)))
      found.push(`${path} left out in vain`);
  }

  const gzipKib = Math.round(gzipSync(readFileSync(join(root, ".open-next/dist/worker.js"))).length / 1024);
  if (gzipKib > MAX_GZIP_KIB) found.push(`${gzipKib} KiB gzipped, more than ${MAX_GZIP_KIB}`);
  if (found.length > 0) throw new Error(`The worker may not have: ${[...new Set(found)].join(", ")}.`);
  return { gzipKib };
}

/** The chunks that ask for one of Node's modules, where it stands in a chunk of its own under a number. */
function* findAskers(codes: Map<string, string>, code: string, what: string): Iterable<string> {
  const id = new RegExp(`(\\d+),\\([\\w,]+\\)=>\\{\\w\\.exports=\\w\\.x\\("(?:node:)?${what}"`).exec(
    code,
  )?.[1];
  if (id === undefined) return;
  const ask = new RegExp(`\\w\\.[ri]\\(${id}\\)`);
  for (const other of codes.values()) if (ask.test(other)) yield other;
}

/** What keep-apart.ts gave to the proxy's bundle, of which OpenNext writes no list. */
function listProxyChunks(root: string): string[] {
  const folder = ".open-next/middleware/.next/server/apart/chunks";
  return readdirSync(join(root, folder)).map((name) => join(folder, name));
}

function readInputs(metafile: string): string[] {
  const { inputs } = JSON.parse(readFileSync(metafile, "utf8")) as { inputs: Record<string, unknown> }; // esbuild's format
  return Object.keys(inputs);
}
