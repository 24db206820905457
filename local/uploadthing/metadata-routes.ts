import { Hono } from "hono";
import * as z from "zod";
import type { Context, Env } from "./context";
import { openDevStream } from "./dev-stream";
import { FileKey } from "./file-record";
import { faultsOn } from "./misbehave";
import { wantApiKey, wantJson } from "./want";

const loopbackUrl = z.url({ protocol: /^https?$/, hostname: /^(localhost|127\.0\.0\.1|[\w-]+\.localhost)$/ });

const RouteMetadata = z.object({
  fileKeys: z.array(FileKey).min(1),
  metadata: z.record(z.string(), z.unknown()).default({}),
  callbackUrl: loopbackUrl,
  callbackSlug: z.string().min(1),
  awaitServerData: z.boolean().default(false),
  isDev: z.boolean().default(false),
});

const CallbackData = z.union([
  z.object({ fileKey: FileKey, error: z.string() }),
  z.object({ fileKey: FileKey, callbackData: z.unknown() }),
]);

/** What the app's own server says to the ingest: which uploads are coming, and what it made of them. */
export function metadataRoutes(context: Context, closing: AbortSignal): Hono<Env> {
  const { callbacks, control, log } = context;
  const routes = new Hono<Env>();

  routes.post("/route-metadata", faultsOn(control, "metadata"), wantApiKey(context), async (c) => {
    const body = await wantJson(c, RouteMetadata);
    if (body instanceof Response) return body;

    const { fileKeys, isDev, ...rest } = body;
    const stream = isDev ? openDevStream(fileKeys, closing) : undefined;
    for (const key of fileKeys) callbacks.register(key, { ...rest, registeredAt: Date.now() }, stream);
    log(
      `expecting ${fileKeys.length} file(s) for ${rest.callbackSlug}${isDev ? ", callbacks by stream" : ""}`,
    );

    if (!stream) return c.json({ ok: true });
    return c.body(stream.body, 200, { "content-type": "application/x-ndjson", "cache-control": "no-store" });
  });

  routes.post("/callback-result", wantApiKey(context), async (c) => {
    const body = await wantJson(c, CallbackData);
    if (body instanceof Response) return body;

    callbacks.settle(
      body.fileKey,
      "error" in body ? { error: body.error } : { serverData: body.callbackData ?? null },
    );
    return c.json({ ok: true });
  });

  return routes;
}
