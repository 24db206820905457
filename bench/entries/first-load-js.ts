import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";

import type { Response } from "@playwright/test";

import { alone, held } from "../measurement";
import type { Entry, Measurements } from "../measurement";
import { root } from "../preview-set";
import type { Preview } from "../preview-set";

const pages = {
  landing: "/",
  pricing: "/pricing",
  "sign-in": "/sign-in",
  studio: "/studio",
  gallery: "/gallery",
  models: "/models",
  "new-model": "/models/new",
  plan: "/plan",
  ledger: "/plan/ledger",
};

/**
 * Script a page brings before it is asked for anything, gzip, beside a bare Next page of the same version built in the
 * same run. What loads once the page works is listed apart: ours (the account menu, the toaster, what keeps it live),
 * and Clerk's own bundles, which come from Clerk.
 */
export const firstLoadJs: Entry = {
  name: "first-load-js",
  needs: "preview",
  measure: async (preview) => {
    const bare = { name: "a bare Next page", value: await measureBarePage() };
    const results: Measurements = {};
    for (const [name, path] of Object.entries(pages)) {
      results[`first-load-js.${name}`] = held(await measurePage(preview, path), "KB", bare);
    }
    const later = await measureLater(preview);
    results["first-load-js.later"] = alone(later.ours, "KB");
    results["first-load-js.clerk"] = alone(later.clerks, "KB");
    return results;
  },
};

/** What the studio loads after its first script, until the account menu is there. */
async function measureLater({ page, ports }: Preview): Promise<{ ours: number; clerks: number }> {
  const first = new Set(scriptsOf(await (await page.request.get("/studio")).text()));
  const bodies = new Map<string, Promise<Buffer>>();
  const note = (answer: Response) => {
    const { pathname } = new URL(answer.url());
    const isScript = answer.request().resourceType() === "script";
    if (isScript && !first.has(pathname)) bodies.set(pathname, answer.body());
  };
  page.on("response", note);
  await page.goto(`http://localhost:${ports.app}/studio`);
  await page.getByRole("button", { name: "Open user menu" }).waitFor();
  page.off("response", note);
  const sum = async (areClerks: boolean) => {
    const chosen = [...bodies].filter(([path]) => path.startsWith("/__clerk/") === areClerks);
    return sumGzipKb(await Promise.all(chosen.map(([, body]) => body)));
  };
  return { ours: await sum(false), clerks: await sum(true) };
}

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

/** The page's own script tags and the scripts it has loaded ahead, without the polyfills that only old browsers load. */
function scriptsOf(html: string): string[] {
  const tags = html.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="(\/_next\/[^"]+\.js[^"]*)"[^>]*>/g);
  const sources = [...tags].flatMap(([tag, source]) =>
    source && !/nomodule/i.test(tag) ? [source.split("?")[0] ?? source] : [],
  );
  return [...new Set(sources)];
}

function sumGzipKb(files: Buffer[]): number {
  return files.reduce((sum, file) => sum + gzipSync(file).length, 0) / 1024;
}
