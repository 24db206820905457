import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { afterEach, beforeEach, expect, test } from "vitest";

import { keepApart } from "./keep-apart";
import { readTrace } from "./traces";

const renderer = "next/dist/compiled/next-server/app-page-turbo.runtime.prod.js";
const runtime = "chunks/[turbopack]_runtime.js";
const proxy = "chunks/[root]__proxy.js";
const hook = "chunks/hook.js";
const page = "chunks/ssr/page.js";
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "likeness-apart-"));
  await write(`built/${runtime}`, "");
  await write(
    `built/${proxy}`,
    `module.exports=["of the proxy",()=>require("${renderer}")];\n//# sourceMappingURL=x`,
  );
  await write(`built/${hook}`, 'module.exports=["of the hook"];');
  await write(`built/${page}`, 'module.exports=["of a page"];');
  await writeTraces({ proxy: [runtime, proxy, page], hook: [runtime, hook] });
});

afterEach(() => rm(root, { recursive: true, force: true }));

test("each bundle has its own chunks and what both use, and the proxy no renderer", async () => {
  await keep();
  expect(await bundle("edge")).toEqual({ proxy: true, hook: false, page: true, renderer: false });
  expect(await bundle("nodejs")).toEqual({ proxy: false, hook: true, page: true, renderer: false });
});

test("what moved is in the traces by which OpenNext copies, and what did not is as it was", async () => {
  await keep();
  expect(readTrace(join(root, "built/middleware.js.nft.json")).files).toContain(`apart/${proxy}`);
  expect(readTrace(join(root, "built/instrumentation.js.nft.json")).files).toContain(`apart/${hook}`);
  expect(await readFile(join(root, "gathered", page), "utf8")).toBe('module.exports=["of a page"];');
});

test("a build that is readied twice is the same", async () => {
  await keep();
  const once = await bundle("edge");
  keepApart([page], { built: join(root, "built"), gathered: join(root, "gathered") });
  expect(await bundle("edge")).toEqual(once);
});

test("a proxy that asks for no renderer is told of", async () => {
  await write(`built/${proxy}`, 'module.exports=["of the proxy"];');
  await expect(keep()).rejects.toThrow("The proxy no longer asks for");
});

/** As Next gathers, and then we. */
async function keep(): Promise<void> {
  await cp(join(root, "built"), join(root, "gathered"), { recursive: true });
  keepApart([page], { built: join(root, "built"), gathered: join(root, "gathered") });
}

/** Which chunks are in a bundle of all of them, as OpenNext makes it. */
async function bundle(runtimeName: string) {
  const names = [proxy, hook, page].map((name) => `require(${JSON.stringify(`./${name}`)});`);
  const { outputFiles } = await build({
    stdin: { contents: names.join("\n"), resolveDir: join(root, "gathered") },
    bundle: true,
    write: false,
    external: ["next/*"],
    define: { "process.env.NEXT_RUNTIME": JSON.stringify(runtimeName) },
  });
  const code = outputFiles.map(({ text }) => text).join("");
  const has = (text: string) => code.includes(text);
  return {
    proxy: has("of the proxy"),
    hook: has("of the hook"),
    page: has("of a page"),
    renderer: has(renderer),
  };
}

async function writeTraces(files: { proxy: string[]; hook: string[] }): Promise<void> {
  await write("built/middleware.js.nft.json", JSON.stringify({ version: 1, files: files.proxy }));
  await write("built/instrumentation.js.nft.json", JSON.stringify({ version: 1, files: files.hook }));
}

async function write(name: string, content: string): Promise<void> {
  await mkdir(dirname(join(root, name)), { recursive: true });
  await writeFile(join(root, name), content);
}
