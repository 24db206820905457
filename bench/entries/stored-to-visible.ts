import { neonConfig } from "@neondatabase/serverless";
import ws from "ws";
import * as z from "zod";

import { connect } from "~/kysely/connect";
import { configureNeon } from "~/kysely/neon";

import { alone, percentile } from "../measurement";
import type { Entry } from "../measurement";
import type { Preview } from "../preview-set";
import { measurePresses } from "./measure-presses";

const PRESSES = 20;
const Loaded = z.record(z.string(), z.number());

/** From a picture's row to its `<img>` loaded in the browser. */
export const storedToVisible: Entry = {
  name: "stored-to-visible",
  needs: "preview",
  measure: async (preview) => {
    await noteLoads(preview);
    const beganAt = Date.now();
    await measurePresses(preview, PRESSES);
    const loaded = Loaded.parse(await preview.page.evaluate("Object.fromEntries(globalThis.benchLoaded)"));
    const stored = await readStored(Object.keys(loaded));
    const waits = stored.flatMap(({ id, finishedAt }) => {
      const at = loaded[id];
      // Those that were there before are no sample.
      if (at === undefined || finishedAt === null || finishedAt.getTime() < beganAt) return [];
      return [at - finishedAt.getTime()];
    });
    return {
      "stored-to-visible.p50": alone(percentile(waits, 0.5), "ms"),
      "stored-to-visible.p95": alone(percentile(waits, 0.95), "ms"),
    };
  },
};

/** Notes when each picture's `<img>` has loaded: ms since the epoch, by picture id. */
async function noteLoads({ page }: Preview): Promise<void> {
  await page.addInitScript(`
    globalThis.benchLoaded = new Map();
    document.addEventListener("load", ({ target }) => {
      const id = /picture\\/([^?]+)/.exec(target.src ?? "")?.[1];
      if (id && !globalThis.benchLoaded.has(id)) globalThis.benchLoaded.set(id, performance.timeOrigin + performance.now());
    }, true);
  `);
}

async function readStored(ids: string[]) {
  neonConfig.webSocketConstructor = ws;
  configureNeon(process.env["NEON_LOCAL_PROXY"]);
  const db = connect(process.env["DATABASE_URL"] ?? "", 1);
  try {
    return await db.selectFrom("picture").select(["id", "finishedAt"]).where("id", "in", ids).execute();
  } finally {
    await db.destroy();
  }
}
