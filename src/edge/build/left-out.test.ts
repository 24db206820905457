import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import { leaveOut, leftOut } from "./left-out";

let nodeModules: string;

beforeEach(async () => {
  nodeModules = await mkdtemp(join(tmpdir(), "likeness-left-out-"));
  for (const path of Object.keys(leftOut)) {
    await mkdir(dirname(join(nodeModules, path)), { recursive: true });
    await writeFile(join(nodeModules, path), "module.exports = {};");
  }
});

afterEach(() => rm(nodeModules, { recursive: true, force: true }));

test("what is left out throws where it stood, and says where to read why", async () => {
  leaveOut(nodeModules);
  for (const path of Object.keys(leftOut)) {
    const code = await readFile(join(nodeModules, path), "utf8");
    expect(code).toBe(
      `throw new Error("${path} is left out of the worker: src/edge/build/left-out.ts says why.");\n`,
    );
  }
});

test("what is not gathered any more cannot be left out", async () => {
  const [path = ""] = Object.keys(leftOut);
  await rm(join(nodeModules, path));
  expect(() => leaveOut(nodeModules)).toThrow(`${path} is not gathered`);
});
