/**
 * Plays UploadThing 7.7.4 on loopback: the ingest, the REST API and the file host on one port.
 *
 * Imitated from the source of `uploadthing@7.7.4` and `@uploadthing/shared`, and the docs page "Uploading Files", read 2026-11-22;
 * never compared with the live service. Our assumptions, where neither says:
 * - a callback that the app answers with 5xx, or not at all, is tried again after 1, 3, 9, 27 and 60 s, and once more after a restart;
 *   any other answer but 2xx is final. An upload that waits for server data waits at most 30 s;
 * - a callback that could not be delivered, as opposed to one that is late, makes the upload answer `{error}`;
 * - a development stream that has closed is replaced by a plain POST: the app is on this machine;
 * - a complete file cannot be uploaded again (409), nor its custom id be taken by another (409);
 * - deletion is at once, and names that are not there are a 404 for rename, ACL and access.
 *
 * Not imitated: regions, dashboard settings (any ACL is allowed, public-read when none is named), quotas, the check that a key
 * begins with its app's prefix, `/v7/*`, other REST paths that the SDK does not call.
 */
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import * as z from "zod";
import { createControl } from "../control";
import type { Vendor } from "../vendor";
import { apiRoutes } from "./api-routes";
import { createCallbacks } from "./callbacks";
import type { Context, Env } from "./context";
import { dropStale } from "./drop-stale";
import { Registration } from "./file-record";
import { fileRoutes } from "./file-routes";
import { openFileStore } from "./file-store";
import { openJsonFolder } from "../json-folder";
import { metadataRoutes } from "./metadata-routes";
import { uploadRoutes } from "./upload-routes";

export interface UploadThingOptions {
  /** Where it listens on 127.0.0.1; 0 takes any free port. */
  port: number;
  /** A private folder for its files. */
  dir: string;
  /** `sk_…`; also the key of every signature. */
  apiKey: string;
  appId: string;
  log?: (line: string) => void;
  /** Waits between attempts at a callback, in milliseconds. */
  retryDelaysMs?: number[];
  /** How long an upload waits for what the app makes of it. */
  serverDataWithinMs?: number;
}

/** Starts the local UploadThing. What a stopped one left undelivered is delivered. */
export async function startUploadThing(options: UploadThingOptions): Promise<Vendor> {
  const { dir, apiKey, appId } = options;
  const log = options.log ?? (() => undefined);
  const closing = new AbortController();
  let port = options.port;
  const origin = () => `http://localhost:${port}`;

  const files = openFileStore(dir);
  const registrations = openJsonFolder(join(dir, "registrations"), Registration);
  dropStale({ files, registrations, log });

  const control = createControl("uploadthing", origin);
  const callbacks = createCallbacks({
    ...{ appId, apiKey, origin, files, registrations, control, log },
    retryDelaysMs: options.retryDelaysMs ?? [1_000, 3_000, 9_000, 27_000, 60_000],
    serverDataWithinMs: options.serverDataWithinMs ?? 30_000,
    closing: closing.signal,
  });
  const context: Context = { appId, apiKey, origin, files, callbacks, control, log };

  const app = new Hono<Env>();
  app.use(control.counting);
  app.use(async (c, next) => {
    // A page that rebinds its own name to 127.0.0.1 must not reach the files as its own origin.
    if (!isLoopbackHost(c.req.header("host"))) return c.json({ error: "Unknown host" }, 421);
    await next();
    return undefined;
  });
  app.route("/", control.routes);
  // Lets time pass for what is stored.
  app.post("/__control/age", async (c) => {
    const { ms } = z.object({ ms: z.number().int().positive() }).parse(await c.req.json());
    for (const file of files.list()) files.save({ ...file, uploadedAt: file.uploadedAt - ms });
    return c.json({ ms });
  });
  app.route("/", metadataRoutes(context, closing.signal));
  app.route("/", apiRoutes(context));
  app.route("/", fileRoutes(context));
  app.route("/", uploadRoutes(context));
  app.notFound((c) => c.json({ error: "Not found" }, 404));
  app.onError((error, c) => {
    log(`${c.req.method} ${c.req.path} failed: ${error.stack ?? error.message}`);
    return c.json({ error: "Internal error" }, 500);
  });

  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, "127.0.0.1", resolve);
  });
  port = (server.address() as AddressInfo).port; // a TCP server's address is never a string
  callbacks.resume();

  return {
    origin: origin(),
    close: () =>
      new Promise((resolve) => {
        closing.abort();
        server.close(() => {
          resolve();
        });
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}

function isLoopbackHost(host: string | undefined): boolean {
  return /^(localhost|127\.0\.0\.1|[\w-]+\.localhost)(:\d+)?$/i.test(host ?? "");
}
