import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import type { Context as HonoContext } from "hono";
import { Hono } from "hono";
import { cors } from "hono/cors";
import type { Context, Env } from "./context";
import type { FileRecord } from "./file-record";
import { faultsOn } from "./misbehave";
import { readRange } from "./read-range";
import { findFlaw } from "./sign";
import { signedUrlOf } from "./signed-url-of";

/** The file host: `/a/<app>/<key>` and `/f/<key>`. A private file opens only to a signed URL that has not expired. */
export function fileRoutes({ appId, apiKey, files, control, log }: Context): Hono<Env> {
  function serve(c: HonoContext<Env>, key: string): Response {
    const record = files.find(key);
    if (record?.status !== "Uploaded") return refuse(c, 404, "File not found");
    if (record.acl === "private") {
      const flaw = findFlaw(signedUrlOf(c.env.incoming), apiKey);
      if (flaw) return refuse(c, 403, flaw);
    }

    const range = readRange(c.req.header("range"), record.sizeBytes);
    const size = String(record.sizeBytes);
    if (range === "unsatisfiable") {
      return c.body(null, 416, { "content-range": `bytes */${size}`, "cache-control": "no-store" });
    }
    const { first, last } = range ?? { first: 0, last: record.sizeBytes - 1 };
    const headers = new Headers({ ...headersOf(record), "content-length": String(last - first + 1) });
    if (range) headers.set("content-range", `bytes ${first}-${last}/${size}`);
    const isEmpty = c.req.method === "HEAD" || record.sizeBytes === 0;
    const body = isEmpty ? null : streamBytes(files.bytesPath(key), first, last);
    return new Response(body, { status: range ? 206 : 200, headers });
  }

  function refuse(c: HonoContext<Env>, status: 403 | 404, error: string): Response {
    log(`${c.req.method} ${c.req.path}: ${status} ${error}`);
    return c.json({ error }, status, { "cache-control": "no-store" });
  }

  const routes = new Hono<Env>();
  for (const path of ["/f/:key", "/a/:appId/:key"]) {
    routes.use(
      path,
      cors({ origin: "*", allowMethods: ["GET", "HEAD"], maxAge: 600 }),
      faultsOn(control, "files"),
    );
  }
  routes.get("/f/:key", (c) => serve(c, c.req.param("key")));
  routes.get("/a/:appId/:key", (c) => {
    return c.req.param("appId") === appId ? serve(c, c.req.param("key")) : refuse(c, 404, "File not found");
  });
  return routes;
}

function headersOf(record: FileRecord): Record<string, string> {
  const plainName = record.name.replace(/[^\w.() -]/g, "_");
  return {
    "content-type": record.type,
    "content-disposition": `${record.disposition}; filename="${plainName}"; filename*=UTF-8''${encodeRfc5987(record.name)}`,
    "cache-control": record.acl === "private" ? "private, no-store" : "public, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
    "accept-ranges": "bytes",
    etag: `"${record.md5 ?? ""}"`,
  };
}

function encodeRfc5987(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString()).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function streamBytes(path: string, start: number, end: number): ReadableStream<Uint8Array> {
  // Node's own type of a web stream is the same object as the DOM's, declared twice.
  return Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream<Uint8Array>;
}
