import { join } from "node:path";
import type { Options } from "./parse-options";
import { takeLock } from "./take-lock";

/**
 * Keeps a checkout's `.next` folder for one `dev`, and for one `preview` that builds.
 *
 * Previews of the same build may run side by side (`--no-build`); a build would pull the files out from under them.
 *
 * @returns what gives it free again.
 * @throws Error that says how to run a second one.
 */
export async function lockCheckout(root: string, { mode, build }: Options): Promise<() => Promise<void>> {
  const ways = {
    dev: "Two cannot share its .next folder: run the second one in another clone.",
    preview: "Building would break it: start this one with --no-build, or run it in another clone.",
  };
  const file = join(root, `node_modules/.cache/likeness/${mode}.lock`);
  const taking = takeLock(file, `Another ${mode} runs in this checkout. ${ways[mode]}`);
  if (mode === "dev" || build) return (await taking).release;

  return taking.then(
    (lock) => lock.release,
    () => () => Promise.resolve(),
  );
}
