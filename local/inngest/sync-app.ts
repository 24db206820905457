import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";

import type { Engine } from "./engine";
import { FunctionConfig } from "./function-config";

/** The app that is asked for its functions, as opposed to one that registers by itself. */
export const IN_BAND = "in-band";

const SOON_MS = 250;

const InBandSync = z.object({ functions: z.array(FunctionConfig) });

export interface Sync {
  /** Functions the app has told us about by now. */
  isSynced: () => boolean;
  stop: () => void;
}

/**
 * Keeps the app's functions known: asks again and again until it answers, and every `syncMs` from then on, so that a
 * restarted or changed app is noticed. `onChange` is called when the functions differ from those known before.
 */
export function syncApp(engine: Engine, onChange: () => void): Sync {
  const { settings, log } = engine;
  const abort = new AbortController();
  let digest = "";
  let complaint = "";

  const ask = async () => {
    const response = await fetch(settings.appUrl, {
      method: "PUT",
      headers: {
        "content-type": "application/json",
        "x-inngest-server-kind": "dev",
        "x-inngest-sync-kind": "in_band",
      },
      body: JSON.stringify({ url: settings.appUrl }),
      signal: abort.signal,
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`The app answered ${response.status} to a sync: ${text.slice(0, 200)}`);
    const { functions } = InBandSync.parse(JSON.parse(text));
    const next = createHash("sha256").update(JSON.stringify(functions)).digest("hex");
    if (next === digest) return;
    digest = next;
    rememberFunctions(engine, IN_BAND, functions);
    log(`synced ${functions.length} functions of ${settings.appUrl}`);
    onChange();
  };

  const isStopped = () => abort.signal.aborted;

  const keepAsking = async () => {
    while (!isStopped()) {
      let waitMs = settings.syncMs;
      try {
        await ask();
        complaint = "";
      } catch (error) {
        waitMs = Math.min(SOON_MS, settings.syncMs);
        const message = error instanceof Error ? error.message : String(error);
        // While the app starts, "fetch failed" is no news.
        if (!isStopped() && message !== complaint && message !== "fetch failed") log(message);
        complaint = message;
      }
      await sleep(waitMs, undefined, { signal: abort.signal }).catch(() => undefined); // aborted: the loop ends
    }
  };
  void keepAsking();

  return {
    isSynced: () => digest !== "",
    stop: () => {
      abort.abort();
    },
  };
}

/** Replaces what is known of an app's functions. */
export function rememberFunctions(engine: Engine, app: string, functions: FunctionConfig[]): void {
  for (const config of functions) {
    if (config.batchEvents !== undefined)
      engine.log(`${config.id} wants batches: each event starts a run here`);
  }
  engine.store.transact(() => {
    engine.store.record({ type: "functions/synced", app, functions });
  });
}
