import type { IncomingMessage } from "node:http";
import { Hono } from "hono";
import { cors } from "hono/cors";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context, Env } from "./context";
import { addressesOf } from "./context";
import type { FileRecord, Ticket } from "./file-record";
import { drain, misbehave } from "./misbehave";
import { readTicket } from "./read-ticket";
import { receiveUpload, Refusal } from "./receive-upload";
import { signedUrlOf } from "./signed-url-of";
import { findFlaw } from "./sign";

/** The ingest: `HEAD /<key>` says how much is here, `PUT /<key>` brings the rest. Both want the presigned URL. */
export function uploadRoutes(context: Context): Hono<Env> {
  const { files, callbacks, control, log } = context;
  /** The connection that is writing a key right now. A new one takes its place: a paused client resumes before we notice it left. */
  const writing = new Map<string, { incoming: IncomingMessage; done: Promise<unknown> }>();

  function admit(incoming: IncomingMessage): Ticket {
    const url = signedUrlOf(incoming);
    const flaw = findFlaw(url, context.apiKey);
    if (flaw) throw new Refusal(403, flaw);
    const { pathname, searchParams } = new URL(url);
    const ticket = readTicket(pathname.slice(1), searchParams);
    if (!ticket) throw new Refusal(400, "Invalid presigned URL");
    if (searchParams.get("x-ut-identifier") !== context.appId) throw new Refusal(400, "Unknown app");
    return ticket;
  }

  async function receive(ticket: Ticket, incoming: IncomingMessage, cut: boolean): Promise<FileRecord> {
    const before = writing.get(ticket.key);
    before?.incoming.destroy();
    await before?.done;

    const start = Number(/^bytes=(\d{1,15})-/.exec(incoming.headers.range ?? "")?.[1] ?? 0);
    const cutAfterBytes = cut ? { cutAfterBytes: Math.floor((ticket.sizeBytes - start) / 2) } : {};
    const received = receiveUpload(context, { ticket, start, incoming, ...cutAfterBytes });
    const entry = { incoming, done: received.catch(() => undefined) };
    writing.set(ticket.key, entry);
    try {
      return await received;
    } finally {
      if (writing.get(ticket.key) === entry) writing.delete(ticket.key);
    }
  }

  async function answer(record: FileRecord): Promise<object> {
    const { key, md5 } = record;
    log(`stored ${key}, ${record.sizeBytes} bytes, ${record.acl}`);
    const result = record.callback === "pending" ? await callbacks.announce(record) : record.result;
    if (result && "error" in result) return { error: result.error };
    return { ...addressesOf(context, key), fileHash: md5, serverData: result?.serverData ?? null };
  }

  function refuse(key: string, refusal: Refusal): Response {
    log(`refused ${key}: ${refusal.message}`);
    if (refusal.spoilt) {
      if (files.find(key)?.status !== "Uploaded") files.remove(key);
      callbacks.announceFailure(key, refusal.message);
    }
    return Response.json({ error: refusal.message }, { status: refusal.status });
  }

  const routes = new Hono<Env>();
  routes.use(
    "/:key",
    cors({ origin: "*", allowMethods: ["HEAD", "PUT"], exposeHeaders: ["x-ut-range-start"], maxAge: 600 }),
  );

  routes.get("/:key", (c) => {
    if (c.req.method !== "HEAD") return c.notFound();
    try {
      const { key } = admit(c.env.incoming);
      return c.body(null, 200, { "x-ut-range-start": String(files.countBytes(key)) });
    } catch (error) {
      if (error instanceof Refusal) return refuse(c.req.param("key"), error);
      throw error;
    }
  });

  routes.put("/:key", async (c) => {
    const { incoming } = c.env;
    const fault = control.take("upload");
    const faulty = fault?.kind === "drop" ? undefined : await misbehave(c, fault);
    if (faulty) return faulty;
    try {
      const record = await receive(admit(incoming), incoming, fault?.kind === "drop");
      return c.json(await answer(record));
    } catch (error) {
      if (error instanceof Refusal) {
        await drain(incoming);
        return refuse(c.req.param("key"), error);
      }
      if (!incoming.destroyed && !incoming.socket.destroyed) throw error;
      log(`cut ${c.req.param("key")} after ${String(files.countBytes(c.req.param("key")))} bytes`);
      return RESPONSE_ALREADY_SENT;
    }
  });

  return routes;
}
