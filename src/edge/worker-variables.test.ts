import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { expect, test } from "vitest";

import { nodeVariables, workerVariables } from "./worker-variables";

test("of every variable it is decided whether the worker is given it", async () => {
  const example = await readFile(join(import.meta.dirname, "../../.env.example"), "utf8");
  const names = [...example.matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)].map(([, name = ""]) => name);
  expect(names.length).toBeGreaterThan(30);
  expect([...workerVariables, ...nodeVariables].toSorted()).toEqual(names.toSorted());
});
