import { join } from "node:path";

import { build } from "esbuild";

import { root } from "../preview-set";

/** The product's own coach as one module for a bare page: `lookAtPhoto` and `coachSet`, as a worker runs them. */
export async function bundleCoach(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { lookAtPhoto } from "~/coach/look-at-photo";
        self.addEventListener("message", async ({ data: { id, url, type } }) => {
          const file = await (await fetch(url)).blob();
          const started = performance.now();
          const seen = await lookAtPhoto(file, type).catch((error) => ({ error: String(error) }));
          const ms = performance.now() - started;
          self.postMessage({ id, ms, seen: "error" in seen ? seen : { ...seen, preview: undefined } });
        });`,
      resolveDir: root,
      loader: "ts",
    },
    bundle: true,
    format: "iife",
    platform: "browser",
    write: false,
    minify: true,
    tsconfig: join(root, "tsconfig.json"),
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}
