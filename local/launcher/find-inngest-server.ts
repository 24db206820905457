import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const binaries = ["node_modules/inngest-cli/bin/inngest.exe", "node_modules/inngest-cli/bin/inngest"];

/**
 * The real Inngest dev server's program, or undefined where it is not installed.
 *
 * The npm package brings a stand-in of the same name that only says so: it was asked for its version to tell them apart.
 */
export async function findInngestServer(root: string): Promise<string | undefined> {
  for (const binary of binaries.map((path) => join(root, path)).filter((path) => existsSync(path))) {
    const isReal = await promisify(execFile)(binary, ["--version"], { timeout: 10_000 }).then(
      () => true,
      () => false,
    );
    if (isReal) return binary;
  }
  return undefined;
}
