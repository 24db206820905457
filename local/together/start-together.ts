import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

import { createControl } from "../control";
import type { Vendor } from "../vendor";
import { ApiError, toErrorData, toQueueError } from "./api-error";
import { chatRoutes } from "./chat-routes";
import type { TogetherEnv } from "./faults";
import { imageRoutes } from "./image-routes";
import { openJobStore } from "./job-store";
import { modelRoutes } from "./model-routes";
import { createPictureStore } from "./picture-store";
import { queueRoutes } from "./queue-routes";
import { requireKey } from "./require-key";
import { storageRoutes } from "./storage-routes";
import { startTrainer } from "./trainer";

const REMEMBERED_ARRIVALS = 200;

export interface TogetherOptions {
  /** 0 takes a free one. */
  port: number;
  apiKey: string;
  /** Where jobs, weights and pictures are kept. */
  dir: string;
  deployment?: string;
  trainingMs?: number;
  claimMs?: number;
  workers?: number;
  /** Answers with plain colours instead of pictures that are drawn. */
  isPlain?: boolean;
  log?: (line: string) => void;
}

/**
 * Starts a Together AI of our own on loopback: images, models, and a queue whose one deployment trains LoRAs.
 * The base path is /v1. `GET /__control/arrivals` tells when the last 200 image requests came in (epoch ms).
 */
export async function startTogether(options: TogetherOptions): Promise<Vendor> {
  const { apiKey, dir, deployment = "likeness-trainer", log = () => undefined } = options;
  let port = options.port;
  const origin = (): string => `http://localhost:${String(port)}`;

  const control = createControl("together", origin);
  const jobs = await openJobStore(join(dir, "jobs"));
  const storageDir = join(dir, "storage");
  const pictures = createPictureStore(join(dir, "pictures"), origin);
  const arrivals: number[] = [];
  const onArrival = (epochMs: number): void => {
    arrivals.push(epochMs);
    if (arrivals.length > REMEMBERED_ARRIVALS) arrivals.shift();
  };

  const { trainingMs = 20_000, claimMs = 1_000, workers = 4, isPlain = false } = options;
  const trainer = await startTrainer({
    jobs,
    control,
    storageDir,
    origin,
    trainingMs,
    claimMs,
    workers,
    log,
  });

  const app = new Hono<TogetherEnv>();
  app.use(control.counting);
  app.get("/__control/arrivals", (c) => c.json({ arrivals }));
  app.route("/", control.routes);
  app.route("/", pictures.routes);
  app.use("/v1/*", requireKey(apiKey));
  app.route("/v1", imageRoutes({ control, pictures, log, onArrival, isPlain }));
  app.route("/v1", modelRoutes(control));
  app.route("/v1", chatRoutes(control));
  app.route("/v1", queueRoutes({ control, jobs, trainer, deployment }));
  app.route("/v1", storageRoutes(control, storageDir));
  app.notFound((c) => c.json(toErrorData(new ApiError(404, "Not found.", { code: "not_found" })), 404));
  app.onError((error, c) => {
    const refusal =
      error instanceof ApiError
        ? error
        : new ApiError(500, "Internal server error.", { type: "server_error" });
    log(
      `${c.req.method} ${c.req.path} ${String(refusal.status)}: ${error instanceof ApiError ? error.message : String(error.stack)}`,
    );
    const body = c.req.path.startsWith("/v1/queue/") ? toQueueError(refusal) : toErrorData(refusal);
    return c.json(body, refusal.status as ContentfulStatusCode); // every status used here allows a body
  });

  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(port, "127.0.0.1");
  await once(server, "listening").catch(async (cause: unknown) => {
    await trainer.close();
    throw cause;
  });
  port = (server.address() as AddressInfo).port; // listening on TCP, so never a string or null

  return {
    origin: origin(),
    close: async () => {
      await trainer.close();
      server.close();
      if ("closeAllConnections" in server) server.closeAllConnections();
      await once(server, "close");
    },
  };
}
