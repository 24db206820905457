import { resolve } from "node:path";

import { describeSet } from "~/local/environment";
import type { LocalSet } from "~/local/environment";

import type { Variables } from "./find-real-vendors";
import { loadOwnVariables } from "./load-own-variables";
import { readSecrets } from "./read-secrets";

/**
 * What a command needs to know of a set that runs already: where its parts are, and which variables are the user's own.
 *
 * @param root the checkout
 * @param choice `home` is the set's state, from the checkout
 */
export async function describeRunningSet(
  root: string,
  choice: { port: string; home: string },
): Promise<{ set: LocalSet; own: Variables }> {
  const home = resolve(root, choice.home);
  const own = loadOwnVariables(root, "dev");
  const secrets = await readSecrets(home);
  return { own, set: describeSet({ mode: "dev", port: Number(choice.port), home, secrets, own }) };
}
