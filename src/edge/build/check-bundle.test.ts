import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import { checkBundle } from "./check-bundle";
import { leftOut } from "./left-out";

const server = ".open-next/server-functions/default";
const chunk = `${server}/.next/server/chunks/one.js`;
const proxyChunk = ".open-next/middleware/.next/server/apart/chunks/one.js";
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "likeness-bundle-"));
  await write(".open-next/dist/worker.js", "export default {};");
  await write(proxyChunk, "module.exports=[]");
});

afterEach(() => rm(root, { recursive: true, force: true }));

test("takes a worker of pages", async () => {
  await bundle(`${server}/node_modules/next/dist/server/next-server.js`);
  expect(checkBundle(root).gzipKib).toBe(0);
});

test.each(["sharp/lib/index.js", "@img/sharp-linux-x64/lib/x.node", "libheif-js/index.js", "yazl/index.js"])(
  "refuses %s",
  async (file) => {
    await bundle(`${server}/node_modules/${file}`);
    expect(() => checkBundle(root)).toThrow(/may not have: (sharp|@img|libheif-js|yazl)\./);
  },
);

test("refuses a page that reads files, but not Clerk's unused keyless mode", async () => {
  await bundle(chunk);
  await write(chunk, 'module.exports=[1,e=>{e.exports=require("node:fs")}]');
  expect(() => checkBundle(root)).toThrow("fs in .open-next");
  await write(chunk, 'module.exports=[1,e=>{e.exports=require("node:fs")},"safe-node-apis"]');
  expect(() => checkBundle(root)).not.toThrow();
});

test("refuses a proxy that reads files", async () => {
  await bundle(chunk);
  await write(proxyChunk, 'module.exports=[1,e=>{e.exports=require("node:fs")}]');
  expect(() => checkBundle(root)).toThrow(`fs in ${proxyChunk}`);
});

test("refuses to leave out what nothing asks for", async () => {
  await write(`${server}/handler.mjs.meta.json`, JSON.stringify({ inputs: {} }));
  expect(() => checkBundle(root)).toThrow(`${Object.keys(leftOut)[0]} left out in vain`);
});

test("refuses a worker that is too large to deploy", async () => {
  await bundle(`${server}/index.mjs`);
  await write(".open-next/dist/worker.js", randomBytes(2.4 * 1024 * 1024));
  expect(() => checkBundle(root)).toThrow(/KiB gzipped, more than 2400/);
});

/** OpenNext's bundle, made of these files and the lines that stand for what is left out. */
async function bundle(...inputs: string[]): Promise<void> {
  const lines = Object.keys(leftOut).map((path) => `${server}/node_modules/${path}`);
  const metafile = { inputs: Object.fromEntries([...inputs, ...lines].map((name) => [name, {}])) };
  await write(`${server}/handler.mjs.meta.json`, JSON.stringify(metafile));
  await write(chunk, "module.exports=[]");
}

async function write(name: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(join(root, name)), { recursive: true });
  await writeFile(join(root, name), content);
}
