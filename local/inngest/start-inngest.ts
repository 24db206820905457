/**
 * Plays Inngest over loopback: takes events in, and runs the functions of one app that serves the Inngest SDK.
 *
 * Imitates the executor side of the protocol between inngest 4.24.0 and its dev server 1.45.1, from their public sources and
 * from captures of both (November 2026): in-band sync and `/fn/register`, steps, parallel steps and races, sleep,
 * waitForEvent, invoke, sendEvent, retries, RetryAfter, onFailure, cancelOn, concurrency, singleton, throttle, rate
 * limit, debounce, idempotency, priority, cron, timeouts and the lifecycle events.
 *
 * Not: batches, signals, realtime, the AI gateway, checkpointing (switched off by leaving out `ctx.fn_id`), signatures,
 * retry jitter. A lenience of ours: an app that refuses connections costs no attempts for its first 60 seconds.
 */
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import type { AddressInfo } from "node:net";

import { createControl } from "../control";
import type { Vendor } from "../vendor";
import { acceptEvent } from "./accept-event";
import { createCallApp } from "./call-app";
import { createDispatcher } from "./dispatch-calls";
import type { Engine, Settings } from "./engine";
import { eventRoutes } from "./event-routes";
import { holdDebounces } from "./hold-debounces";
import { openStore } from "./open-store";
import { pageRoutes } from "./page-routes";
import { refuseForeign } from "./refuse-foreign";
import { runRoutes } from "./run-routes";
import { scheduleCrons } from "./schedule-crons";
import { syncApp } from "./sync-app";

export interface InngestOptions extends Partial<Omit<Settings, "appUrl">> {
  /** Where the app serves its functions: `http://localhost:3000/api/inngest`. */
  appUrl: string;
  /** Keeps the journal; created when it is not there. */
  dir: string;
  /** 0, the default, takes a free one. */
  port?: number;
  log?: (line: string) => void;
}

export interface Inngest extends Vendor {
  /** Whether the app has told its functions since the start. */
  isSynced: () => boolean;
}

/** Starts the executor and goes on with the runs it finds in `dir`. */
export async function startInngest(options: InngestOptions): Promise<Inngest> {
  const { appUrl, dir, port = 0, log = () => undefined } = options;
  const store = openStore(dir);
  const engine: Engine = {
    store,
    log,
    settings: {
      appUrl,
      retryMs: options.retryMs ?? 1000,
      timeScale: options.timeScale ?? 1,
      syncMs: options.syncMs ?? 5000,
      graceMs: options.graceMs ?? 60_000,
    },
    emit: (event) => {
      acceptEvent(engine, { id: event.id, event, receivedAt: Date.now() });
    },
  };

  let origin = "";
  const control = createControl("inngest", () => origin);
  const callApp = createCallApp(engine, control);
  const dispatcher = createDispatcher(engine, callApp);
  const crons = scheduleCrons(engine);
  const debounces = holdDebounces(engine);
  store.onCommit((runIds) => {
    dispatcher.refresh(runIds);
    debounces.refresh();
  });
  const onFunctions = () => {
    crons.refresh();
    dispatcher.refresh([...store.state.active]);
  };

  const app = new Hono();
  app.use(refuseForeign);
  app.use(control.counting);
  app.route("/", control.routes);
  app.route("/", eventRoutes(engine, control));
  app.route("/", runRoutes(engine, onFunctions));
  app.route("/", pageRoutes(engine));
  const server = await listen(app, port);
  origin = `http://localhost:${server.port}`;

  onFunctions();
  debounces.refresh();
  const sync = syncApp(engine, onFunctions);

  return {
    origin,
    isSynced: sync.isSynced,
    close: async () => {
      sync.stop();
      crons.stop();
      debounces.stop();
      dispatcher.stop();
      await Promise.all([callApp.close(), server.close()]);
      store.close();
    },
  };
}

function listen(app: Hono, port: number): Promise<{ port: number; close: () => Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port }, (address: AddressInfo) => {
      resolve({
        port: address.port,
        close: () =>
          new Promise((closed) => {
            server.close(() => {
              closed();
            });
            if ("closeAllConnections" in server) server.closeAllConnections();
          }),
      });
    });
    server.on("error", reject);
  });
}
