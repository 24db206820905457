/**
 * The front of a Neon database, over a Postgres on this machine: the WebSocket that carries Postgres's own protocol
 * (`/v2`) and SQL over HTTP (`POST /sql`), as `@neondatabase/serverless` 1.2.0 sends and Neon's proxy answers them
 * (neondatabase/neon at 01481d3b, `proxy/src/serverless/sql_over_http.rs`, read 2026-11-22).
 *
 * Not imitated: JWT authorisation, answers other than raw text in arrays (the driver asks for no other), size limits,
 * TLS, passwords in clear text (set `neonConfig.pipelineConnect = false`), scale to zero and its wake-up delay. Neon
 * checks the password before it reaches Postgres: over HTTP its refusal has no `code`, here it is 28P01.
 *
 * Counts in `/__control`: `POST /sql/query` and `POST /sql/batch` are requests to `/sql`; `GET /v2` is a WebSocket;
 * `POST /v2/query` is one round trip over it. Faults: on "sql" and "connect".
 */
import type { IncomingMessage, Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { createControl } from "../control";
import type { Vendor } from "../vendor";
import { acceptConnections } from "./accept-connections";
import { answerSql } from "./answer-sql";
import { countBy } from "./count-by";
import { holdMessages } from "./hold-messages";
import { createSqlRunner } from "./run-sql";

export interface NeonOptions {
  /** 0 for any free one. */
  port: number;
  /** The one Postgres it leads to, on 127.0.0.1; addresses in requests are ignored. */
  postgresPort: number;
}

export interface NeonFront extends Vendor {
  port: number;
  /** host:port, for `NEON_LOCAL_PROXY`. */
  proxy: string;
}

/**
 * Starts the front. Credentials are whatever Postgres accepts. A request or WebSocket that carries an `Origin` comes
 * from a web page, and any page in the developer's browser can reach this machine: it is refused with 403.
 *
 * @throws Error with a sentence for the developer when the port is taken.
 */
export async function startNeon({ port, postgresPort }: NeonOptions): Promise<NeonFront> {
  const control = createControl("neon", () => front.origin);
  const count = countBy(control);
  const holds = holdMessages();
  const sql = createSqlRunner(postgresPort);

  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use((c, next) =>
    c.req.header("origin") === undefined ? next() : Promise.resolve(c.text("No web pages.", 403)),
  );
  app.route("/", control.routes);
  app.route("/", holds.routes);
  app.post("/sql", answerSql({ control, count, sql }));

  // Without createServer or HTTP/2 options it is always Node's HTTP server.
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  const sockets = trackSockets(server);
  const connections = acceptConnections({ control, count, holds, postgresPort });
  server.on("upgrade", (request: IncomingMessage, socket: Socket, head: Buffer) => {
    void connections.accept(request, socket, head);
  });
  await listen(server, port);

  // Listening on TCP, so the address is not a pipe's name.
  const bound = (server.address() as AddressInfo).port;
  const front: NeonFront = {
    origin: `http://localhost:${String(bound)}`,
    port: bound,
    proxy: `localhost:${String(bound)}`,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await Promise.all([closed, sql.close()]);
    },
  };
  return front;
}

function trackSockets(server: Server): Set<Socket> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    socket.setNoDelay(true);
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  return sockets;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause) => {
      const sentence = `Port ${String(port)}, meant for Neon, is taken by another program. Stop it, or start with another --port.`;
      reject(new Error(sentence, { cause }));
    });
    server.listen(port, "127.0.0.1", () => {
      resolve();
    });
  });
}
