/**
 * Plays Inngest over loopback: takes events in, and runs the functions of one app that serves the Inngest SDK.
 *
 * Imitates the executor side of the protocol between inngest 4.24.0 and its dev server, as their public sources and captures
 * of their traffic had it in November 2026: in-band sync and `/fn/register`, steps, parallel steps and races, sleep,
 * waitForEvent, invoke, sendEvent, retries, RetryAfter, onFailure, cancelOn, concurrency, singleton, throttle, rate
 * limit, debounce, idempotency, priority, cron, timeouts and the lifecycle events.
 *
 * Not: batches, signals, realtime, maps in CEL, the AI gateway, signatures, retry jitter, checkpointing (switched off
 * by leaving out `ctx.fn_id`). A lenience of ours: an app that refuses connections costs no attempts for its first 60 seconds.
 */
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import type { AddressInfo } from "node:net";

import { createControl } from "../control";
import type { Vendor } from "../vendor";
import { acceptEvent } from "./accept-event";
import { createCallApp } from "./call-app";
import { claimDir } from "./claim-dir";
import { createDispatcher } from "./dispatch-calls";
import type { Engine, Settings } from "./engine";
import { eventRoutes } from "./event-routes";
import { holdCalls } from "./hold-calls";
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

type Fetch = (request: Request) => Response | Promise<Response>;

/**
 * Starts the executor and goes on with the runs it finds in `dir`.
 *
 * @throws Error when the port is taken, or `dir` by another executor.
 */
export async function startInngest(options: InngestOptions): Promise<Inngest> {
  // The port first, then the folder: an executor left over from a killed launcher must keep its journal.
  let answer: Fetch = () => Response.json({ error: "Starting", status: 503 }, { status: 503 });
  const server = await listen((request) => answer(request), options.port ?? 0);
  const origin = `http://localhost:${server.port}`;
  try {
    const token = await claimDir(options.dir, origin);
    const executor = startExecutor(options, { origin, token });
    answer = executor.answer;
    return {
      origin,
      isSynced: executor.isSynced,
      close: async () => {
        await Promise.all([executor.stop(), server.close()]);
        executor.closeStore();
      },
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}

function startExecutor(options: InngestOptions, { origin, token }: { origin: string; token: string }) {
  const { dir, log = () => undefined } = options;
  const store = openStore(dir);
  const engine: Engine = {
    store,
    log,
    settings: settingsOf(options),
    emit: (event) => {
      acceptEvent(engine, { id: event.id, event, receivedAt: Date.now() });
    },
  };

  const control = createControl("inngest", () => origin);
  const callApp = createCallApp(engine, control);
  const holds = holdCalls(engine);
  const dispatcher = createDispatcher(engine, callApp, holds);
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
  app.get("/health", (c) => c.json({ status: 200, message: "OK", token }));
  app.route("/", control.routes);
  app.route("/", holds.routes);
  app.route("/", eventRoutes(engine, control));
  app.route("/", runRoutes(engine, onFunctions));
  app.route("/", pageRoutes(engine));

  onFunctions();
  debounces.refresh();
  const sync = syncApp(engine, onFunctions);

  return {
    answer: (request: Request) => app.fetch(request),
    isSynced: sync.isSynced,
    stop: async () => {
      sync.stop();
      crons.stop();
      debounces.stop();
      dispatcher.stop();
      await callApp.close();
    },
    closeStore: store.close,
  };
}

function settingsOf(options: InngestOptions): Settings {
  return {
    appUrl: options.appUrl,
    retryMs: options.retryMs ?? 1000,
    timeScale: options.timeScale ?? 1,
    syncMs: options.syncMs ?? 5000,
    graceMs: options.graceMs ?? 60_000,
    plansFirst: options.plansFirst ?? false,
  };
}

function listen(fetch: Fetch, port: number): Promise<{ port: number; close: () => Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: "127.0.0.1", port }, (address: AddressInfo) => {
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
