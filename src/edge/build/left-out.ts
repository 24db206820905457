import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What Next's server would load and never does at the edge, by its path in node_modules. Each throws when it is asked for all the same. */
export const leftOut: Readonly<Record<string, string>> = {
  "next/dist/compiled/next-server/pages-turbo.runtime.prod.js":
    "It renders the Pages Router's pages, and brings react-dom's server for them. There are none, and no error page among them.",
  "next/dist/compiled/fast-jwt/index.js":
    "It reads the data of preview mode, which nothing here turns on: Next drops the cookie where reading it throws.",
  "next/dist/experimental/testmode/server.js":
    "It plays back fetches in tests of Next, where NEXT_PRIVATE_TEST_PROXY is set, and brings an interceptor of Node's requests.",
};

/**
 * Puts a line that throws in the place of what is left out, in what Next gathered.
 *
 * @param nodeModules the packages that Next gathered
 * @throws Error when Next does not gather one any more: it is then to be taken off the list.
 */
export function leaveOut(nodeModules: string): void {
  for (const path of Object.keys(leftOut)) {
    if (!existsSync(join(nodeModules, path)))
      throw new Error(`${path} is not gathered, so it cannot be left out.`);
    const message = `${path} is left out of the worker: src/edge/build/left-out.ts says why.`;
    writeFileSync(join(nodeModules, path), `throw new Error(${JSON.stringify(message)});\n`);
  }
}
