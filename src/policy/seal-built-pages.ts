import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import * as z from "zod";

import { policyOfBuiltPage } from "./content-policy";

const Meta = z.looseObject({ headers: z.record(z.string(), z.unknown()).optional() });

/**
 * Gives each page that was built ahead its policy: the scripts in it by their hashes, so that nothing else runs there. It is
 * written where Next keeps the headers of such a page, from where `next start` and OpenNext both take them.
 *
 * @param distDir Next's build, or the copy of it that OpenNext takes
 * @returns the files of the pages.
 * @throws Error for a page with a script in an attribute, which no hash can allow, and when there is no page at all.
 */
export function sealBuiltPages(distDir: string): string[] {
  const server = join(distDir, "server");
  const pages = readdirSync(server, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".html") && existsSync(join(server, metaOf(name))),
  );
  if (pages.length === 0) throw new Error(`No page was built ahead in ${server}: Next keeps them elsewhere.`);
  for (const page of pages) {
    const html = readFileSync(join(server, page), "utf8");
    const handler = /<[a-z][^<>]*\son[a-z]+="/i.exec(html);
    if (handler) throw new Error(`${page} has a script in an attribute: ${handler[0]}`);

    const file = join(server, metaOf(page));
    const meta = Meta.parse(JSON.parse(readFileSync(file, "utf8")));
    const policy = policyOfBuiltPage(hashScripts(html));
    const headers = { ...meta.headers, "content-security-policy": policy };
    writeFileSync(file, JSON.stringify({ ...meta, headers }));
  }
  return pages;
}

function metaOf(page: string): string {
  return page.replace(/\.html$/, ".meta");
}

/** SHA-256, base64, of each script whose text stands in the page; data in a script's clothes is none. */
export function hashScripts(html: string): string[] {
  const scripts = [...html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)]
    .filter(([, attributes = ""]) => !/\ssrc=|type="application\/json"/.test(attributes))
    .map(([, , text = ""]) => createHash("sha256").update(text).digest("base64"));
  return [...new Set(scripts)];
}
