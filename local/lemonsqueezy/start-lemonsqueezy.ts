import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { createControl } from "../control";
import { listenOnLoopback } from "../launcher/listen-on-loopback";
import { loopbackOnly } from "../launcher/loopback-only";
import type { Vendor } from "../vendor";
import { actRoutes } from "./act-routes";
import { ApiError, describeError } from "./api-error";
import { apiRoutes } from "./api-routes";
import type { Context } from "./context";
import { settleDue } from "./move-subscription";
import { openRecords } from "./open-records";
import { checkoutRoutes } from "./pages/checkout-routes";
import { portalRoutes } from "./pages/portal-routes";
import { createWebhooks } from "./send-webhooks";

export interface LemonSqueezyOptions {
  /** Where it listens on 127.0.0.1; 0 takes any free port. */
  port: number;
  /** A private folder for its state. */
  dir: string;
  apiKey: string;
  /** Signs webhooks: 6 to 40 characters. */
  webhookSecret: string;
  /** Where webhooks go; without it they wait. */
  webhookUrl?: string | undefined;
  /** Waits before the retries of a webhook, in milliseconds. */
  retryMs?: readonly number[] | undefined;
  log?: (line: string) => void;
}

/** "up to three more times using an exponential backoff strategy (e.g. 5 secs, 25 secs, 125 secs)": docs, "Webhook requests", read 2026-11-22. */
const RETRY_MS = [5_000, 25_000, 125_000];
const LOOK_AT_THE_CALENDAR_EVERY_MS = 30_000;

/** Starts the local Lemon Squeezy. What a stopped one left undelivered is delivered; what became due meanwhile is settled. */
export async function startLemonSqueezy(options: LemonSqueezyOptions): Promise<Vendor> {
  const { dir, apiKey, webhookSecret, webhookUrl, log = () => undefined } = options;
  let origin = `http://localhost:${options.port}`;
  const control = createControl("lemonsqueezy", () => origin);
  const records = openRecords(dir);
  const webhooks = createWebhooks({
    ...{
      url: webhookUrl,
      secret: webhookSecret,
      retryMs: options.retryMs ?? RETRY_MS,
      records,
      control,
      log,
    },
  });
  const context: Context = {
    ...{ apiKey, webhookSecret, urlSecret: readUrlSecret(dir), origin: () => origin },
    ...{ records, webhooks, control, log },
  };

  const app = new Hono();
  app.use(control.counting);
  app.use(loopbackOnly);
  app.route("/", control.routes);
  app.route("/", actRoutes(context));
  app.route("/v1", apiRoutes(context));
  app.route("/", checkoutRoutes(context));
  app.route("/", portalRoutes(context));
  app.onError((error, c) => {
    const status = error instanceof ApiError ? error.status : 500;
    if (status === 500) log(`${c.req.method} ${c.req.path} failed: ${error.stack ?? error.message}`);
    const detail = error instanceof ApiError ? error.message : "Server Error";
    const pointer = error instanceof ApiError ? error.pointer : undefined;
    return c.json(describeError(status, detail, pointer), status as ContentfulStatusCode); // 4xx and 500 allow a body
  });

  const server = await listenOnLoopback(app, options.port);
  origin = server.origin;
  webhooks.resume();
  const settleAll = () => {
    for (const { id } of records.subscriptions.list()) settleDue(context, id);
  };
  settleAll();
  const calendar = setInterval(settleAll, LOOK_AT_THE_CALENDAR_EVERY_MS);
  calendar.unref();

  return {
    origin,
    close: async () => {
      clearInterval(calendar);
      await webhooks.stop();
      await server.close();
    },
  };
}

/** Kept, so that addresses given out before a restart work after it. */
function readUrlSecret(dir: string): string {
  const file = join(dir, "url-secret");
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}
