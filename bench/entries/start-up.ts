import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { findFreePort } from "~/local/launcher/free-ports";
import { runSet } from "~/local/launcher/run-set";

import { alone, held } from "../measurement";
import type { Entry } from "../measurement";
import { root } from "../preview-set";

const FIRST_PORT = 7300;

/** From `npm run dev` to ready, with an empty home and again. The build cache of `next dev` is as it is found. */
export const startUp: Entry = {
  name: "start-up",
  needs: "nothing",
  measure: async () => {
    const home = await mkdtemp(join(tmpdir(), "likeness-bench-"));
    try {
      const fresh = await timeStart(home);
      const again = await timeStart(home);
      return {
        "start-up.fresh": alone(fresh, "s"),
        "start-up.again": held(again, "s", { name: "fresh", value: fresh }),
      };
    } finally {
      await rm(home, { recursive: true, force: true });
    }
  },
};

async function timeStart(home: string): Promise<number> {
  const port = await findFreePort(FIRST_PORT);
  const began = performance.now();
  const set = await runSet(["dev", "--all-local", "--port", String(port)], { root, home });
  const seconds = (performance.now() - began) / 1000;
  await set.stop();
  return seconds;
}
