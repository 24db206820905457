import nextEnv from "@next/env";
import type { Mode } from "~/local/environment";
import type { Variables } from "./find-real-vendors";

/** The user's own variables, from the shell and from the .env files that Next would read in this mode; the shell wins. */
export function loadOwnVariables(root: string, mode: Mode): Variables {
  const quiet = { info: () => undefined, error: console.error };
  const { combinedEnv } = nextEnv.loadEnvConfig(root, mode === "dev", quiet);
  // Next's processes must not inherit its mark that the files are loaded, or they stop watching them.
  return { ...combinedEnv, __NEXT_PROCESSED_ENV: undefined };
}
