import nextEnv from "@next/env";
import type { Mode } from "~/local/environment";
import type { Variables } from "./find-real-vendors";

/** The user's own variables, from the shell and from the .env files that Next would read in this mode; the shell wins. */
export function loadOwnVariables(root: string, mode: Mode): Variables {
  const quiet = { info: () => undefined, error: console.error };
  const { combinedEnv } = nextEnv.loadEnvConfig(root, mode === "dev", quiet);
  // Its mark that the files are loaded; Next's processes must not inherit it, or they stop watching the files.
  const { __NEXT_PROCESSED_ENV: _, ...own } = { ...combinedEnv };
  return own;
}
