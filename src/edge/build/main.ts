/**
 * `npm run build:edge`: builds the app once, for Node (`next start` serves it) and for the edge (the worker in
 * `.open-next/dist`, with its files in `.open-next/assets`).
 *
 * `--no-next` takes the build that is in `.next`, if it was made by this command.
 */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import { fixedHeaders, policyOfFiles } from "../../catalog/fixed-headers";
import { checkBundle } from "./check-bundle";
import { prepareTrace } from "./prepare-trace";

const root = join(import.meta.dirname, "../../..");
const require = createRequire(import.meta.url);

/** Next then also gathers what each page needs at run time, which is what OpenNext bundles. */
const standalone = { NEXT_PRIVATE_STANDALONE: "true", NEXT_PRIVATE_OUTPUT_TRACE_ROOT: root };

if (!process.argv.includes("--no-next")) {
  rmSync(join(root, ".next/standalone"), { recursive: true, force: true });
  run(require.resolve("next/dist/bin/next"), ["build"]);
} else if (!existsSync(join(root, ".next/standalone"))) {
  throw new Error("The build in .next is not one of build:edge: build without --no-next.");
}
run(cliOf("tsx", "dist/cli.mjs"), [join(root, "src/policy/seal.ts")]);
prepareTrace(root);
run(cliOf("@opennextjs/cloudflare", "dist/cli/index.js"), ["build", "--skipNextBuild"]);

// OpenNext writes the values of .env files, secrets among them, into the worker's code: it gets them as bindings instead.
writeFileSync(
  join(root, ".open-next/cloudflare/next-env.mjs"),
  "export const production = {}, development = {}, test = {};\n",
);
// Where the static-assets cache looks for the pages that were built ahead; `opennextjs-cloudflare deploy` does the same.
cpSync(join(root, ".open-next/cache"), join(root, ".open-next/assets/cdn-cgi/_next_cache"), {
  recursive: true,
});
writeFileSync(
  join(root, ".open-next/assets/_headers"),
  [
    "/*",
    ...Object.entries(fixedHeaders).map(([name, value]) => `  ${name}: ${value}`),
    `  content-security-policy: ${policyOfFiles}`,
    "/_next/static/*",
    "  Cache-Control: public, max-age=31536000, immutable",
    "",
  ].join("\n"),
);

// The program behind `wrangler` asks for Node 22; what it bundles with runs on 20 too (seen 2026-11-22 with 4.164.0).
const bundle = ["deploy", "--dry-run", "--minify", "--outdir", ".open-next/dist"];
run(cliOf("wrangler", "wrangler-dist/cli.js"), bundle);

const { gzipKib } = checkBundle(root);
console.log(`The worker is built: ${gzipKib} KiB gzipped.`);

function run(program: string, args: string[]): void {
  execFileSync(process.execPath, [program, ...args], {
    cwd: root,
    stdio: "inherit",
    env: {
      ...process.env,
      ...standalone,
      NODE_ENV: "production",
      CI: "true",
      WRANGLER_SEND_METRICS: "false",
      WRANGLER_HIDE_BANNER: "true",
      CLOUDFLARE_CF_FETCH_ENABLED: "false",
    },
  });
}

/** A package's program, whatever its `exports` show. */
function cliOf(name: string, path: string): string {
  return join(root, "node_modules", name, path);
}
