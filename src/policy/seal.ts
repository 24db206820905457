/**
 * The end of `npm run build` and `npm run build:edge`: gives the pages that were built ahead their policies, in Next's build and,
 * where there is one, in the copy that OpenNext takes.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";

import { sealBuiltPages } from "./seal-built-pages";

const root = join(import.meta.dirname, "../..");

for (const build of [".next", ".next/standalone/.next"]) {
  const distDir = join(root, build);
  if (existsSync(join(distDir, "server")))
    console.warn(`Sealed in ${build}: ${sealBuiltPages(distDir).join(", ")}.`);
}
