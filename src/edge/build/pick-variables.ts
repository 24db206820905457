/**
 * `npm run edge:variables -- FILE`: prints, as JSON for `wrangler secret bulk`, those of a file's variables (`NAME=value` lines)
 * that the worker is to have. What the build put in, and what is empty, is left out.
 */
import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";

import { workerVariables } from "../worker-variables";

const [, , file] = process.argv;
if (file === undefined)
  throw new Error("Usage: npm run -s edge:variables -- FILE | npx wrangler secret bulk");

const all = parseEnv(readFileSync(file, "utf8"));
const wanted = workerVariables.filter((name) => !name.startsWith("NEXT_PUBLIC_") && name !== "NODE_ENV");
const picked = wanted.flatMap((name) => (all[name] ? [[name, all[name]] as const] : []));
process.stdout.write(`${JSON.stringify(Object.fromEntries(picked), null, 2)}\n`);
