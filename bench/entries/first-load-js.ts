import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";

import { held } from "../measurement";
import type { Entry, Measurements } from "../measurement";
import { root } from "../preview-set";
import type { Preview } from "../preview-set";

const pages = {
  landing: "/",
  models: "/models",
  "new-model": "/models/new",
  studio: "/studio",
  gallery: "/gallery",
};

/** Script a page brings before it is asked for anything, gzip, beside a bare Next page of the same version built in the same run. Clerk's own bundles come from Clerk and are not counted. */
export const firstLoadJs: Entry = {
  name: "first-load-js",
  needs: "preview",
  measure: async (preview) => {
    const bare = { name: "a bare Next page", value: await measureBarePage() };
    const results: Measurements = {};
    for (const [name, path] of Object.entries(pages)) {
      results[`first-load-js.${name}`] = held(await measurePage(preview, path), "KB", bare);
    }
    return results;
  },
};

async function measurePage({ page, ports }: Preview, path: string): Promise<number> {
  const origin = `http://localhost:${ports.app}`;
  const html = await (await page.request.get(`${origin}${path}`)).text();
  const sources = scriptsOf(html).map((source) =>
    fetch(`${origin}${source}`).then((answer) => answer.arrayBuffer()),
  );
  return sumGzipKb((await Promise.all(sources)).map((bytes) => Buffer.from(bytes)));
}

/** Builds the smallest app there is inside the checkout, where Next and React are found. */
async function measureBarePage(): Promise<number> {
  const folder = join(root, ".likeness", "bare-next");
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, "app"), { recursive: true });
  await writeFile(
    join(folder, "package.json"),
    JSON.stringify({ name: "bare", private: true, type: "module" }),
  );
  await writeFile(
    join(folder, "next.config.js"),
    `export default { turbopack: { root: ${JSON.stringify(root)} } };\n`,
  );
  const layout = "export default ({ children }) => <html><body>{children}</body></html>;\n";
  await writeFile(join(folder, "app/layout.jsx"), layout);
  await writeFile(join(folder, "app/page.jsx"), "export default () => <h1>Bare</h1>;\n");
  const next = join(root, "node_modules/next/dist/bin/next");
  await promisify(execFile)(process.execPath, [next, "build", folder], {
    env: { ...process.env, NODE_ENV: "production" },
  });

  const html = await readFile(join(folder, ".next/server/app/index.html"), "utf8");
  const files = scriptsOf(html).map((source) =>
    readFile(join(folder, ".next", source.replace("/_next/", ""))),
  );
  return sumGzipKb(await Promise.all(files));
}

/** The page's own script tags, without the polyfills that only old browsers load. */
function scriptsOf(html: string): string[] {
  const tags = html.matchAll(/<script\b[^>]*\bsrc="(\/_next\/[^"]+)"[^>]*>/g);
  const sources = [...tags].flatMap(([tag, source]) =>
    source && !/nomodule/i.test(tag) ? [source.split("?")[0] ?? source] : [],
  );
  return [...new Set(sources)];
}

function sumGzipKb(files: Buffer[]): number {
  return files.reduce((sum, file) => sum + gzipSync(file).length, 0) / 1024;
}
