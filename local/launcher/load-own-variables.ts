import { createRequire } from "node:module";
import type { Mode } from "~/local/environment";
import type { Variables } from "./find-real-vendors";

type LoadEnvConfig = (
  root: string,
  isDev: boolean,
  log: Record<"info" | "error", (...words: unknown[]) => void>,
) => { combinedEnv: Record<string, string | undefined> };

// Asked for from within Next, as it is Next's package and not ours: the very files, in the very order, that the app will read.
const requireAsNext = createRequire(createRequire(import.meta.url).resolve("next/package.json"));
const { loadEnvConfig } = requireAsNext("@next/env") as { loadEnvConfig: LoadEnvConfig }; // its shape in 16.4.5

/** The user's own variables, from the shell and from the .env files that Next would read in this mode; the shell wins. */
export function loadOwnVariables(root: string, mode: Mode): Variables {
  const quiet = { info: () => undefined, error: console.error };
  const { combinedEnv } = loadEnvConfig(root, mode === "dev", quiet);
  // Next's processes must not inherit its mark that the files are loaded, or they stop watching them.
  return { ...combinedEnv, __NEXT_PROCESSED_ENV: undefined };
}
