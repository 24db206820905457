import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { policyOfBuiltPage, policyOfDoors, policyOfPage } from "./content-policy";
import { hashScripts, sealBuiltPages } from "./seal-built-pages";
import { themeScript } from "./theme-script";

const sha256 = (text: string) => createHash("sha256").update(text).digest("base64");
const rendered = policyOfPage({
  nonce: "bm9uY2U=",
  vendors: { images: ["https://app.ufs.sh"], calls: ["https://clerk.example"], frames: [] },
  isDevelopment: false,
});
const rule = (policy: string, name: string) => policy.split("; ").find((line) => line.startsWith(`${name} `));

describe("the policy of a page", () => {
  test("runs what carries the nonce and the theme's script, and nothing else", () => {
    expect(rule(rendered, "script-src")).toBe(
      `script-src 'nonce-bm9uY2U=' 'strict-dynamic' 'sha256-${sha256(themeScript)}' 'wasm-unsafe-eval'`,
    );
    expect(rule(rendered, "img-src")).toBe("img-src 'self' blob: data: https://app.ufs.sh");
    expect(rule(rendered, "connect-src")).toBe("connect-src 'self' https://clerk.example");
  });

  test.each([rendered, policyOfBuiltPage(["abc"]), policyOfDoors])("is closed by default: %s", (policy) => {
    for (const name of ["default-src", "base-uri", "frame-ancestors"]) {
      expect(rule(policy, name)).toBe(`${name} 'none'`);
    }
    expect(rule(policy, "script-src") ?? "").not.toMatch(/'unsafe-inline'|'unsafe-eval'|https:|\*/);
  });
});

describe("a page that was built ahead", () => {
  let dist: string;
  const write = async (name: string, text: string) => {
    await mkdir(join(dist, "server/app"), { recursive: true });
    await writeFile(join(dist, "server/app", name), text);
  };
  beforeEach(async () => {
    dist = await mkdtemp(join(tmpdir(), "likeness-built-"));
  });
  afterEach(() => rm(dist, { recursive: true, force: true }));

  test("gets the hashes of its scripts where Next keeps its headers, beside what is there", async () => {
    const html = `<script src="/a.js" async></script><script>one()</script><script id="x">two("<b>")</script>`;
    await write("index.html", `${html}<script type="application/json">{}</script><script>one()</script>`);
    await write("index.meta", JSON.stringify({ headers: { "x-kept": "1" }, status: 200 }));

    expect(sealBuiltPages(dist)).toEqual(["app/index.html"]);
    const meta: unknown = JSON.parse(await readFile(join(dist, "server/app/index.meta"), "utf8"));
    const policy = policyOfBuiltPage([sha256("one()"), sha256(`two("<b>")`)]);
    expect(meta).toEqual({ headers: { "x-kept": "1", "content-security-policy": policy }, status: 200 });
  });

  test("is looked for where Next keeps it: without any, something is wrong", async () => {
    await mkdir(join(dist, "server"), { recursive: true });
    expect(() => sealBuiltPages(dist)).toThrow(/No page was built ahead/);
  });

  test("may have no script in an attribute, which no hash allows", async () => {
    await write("index.html", `<p><a href="/" onclick="run()">Go</a></p>`);
    await write("index.meta", "{}");
    expect(() => sealBuiltPages(dist)).toThrow(/index\.html has a script in an attribute/);
  });

  test("has no script but those that were counted", () => {
    expect(hashScripts("<p>none</p>")).toEqual([]);
    expect(hashScripts("<script\n>line()\n</script>")).toEqual([sha256("line()\n")]);
  });
});
