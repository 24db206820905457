import type { IncomingMessage } from "node:http";
import net from "node:net";
import type { Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { WebSocketServer } from "ws";
import type { WebSocket } from "ws";
import type { Control, Fault } from "../control";
import type { Counted } from "./count-by";
import type { MessageHolds } from "./hold-messages";
import { watchRoundTrips } from "./watch-round-trips";

/** How much may wait to be sent to a slow reader before Postgres is asked to pause. */
const HIGH_WATER_BYTES = 1_048_576;

interface Connections {
  /** Takes over the socket of an HTTP request that asks for a WebSocket. */
  accept: (request: IncomingMessage, socket: Socket, head: Buffer) => Promise<void>;
}

/** Carries Postgres's protocol between WebSockets at `/v2` and the one Postgres; `?address=` is ignored. */
export function acceptConnections(parts: {
  control: Control;
  count: (what: Counted) => void;
  holds: MessageHolds;
  postgresPort: number;
}): Connections {
  const { control, count, holds, postgresPort } = parts;
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });

  return {
    accept: async (request, socket, head) => {
      socket.on("error", () => socket.destroy());
      const refusal = reasonToRefuse(request);
      if (refusal !== undefined) {
        refuse(socket, refusal);
        return;
      }

      count("GET /v2");
      const fault = control.take("connect");
      if (fault && (await misbehave(socket, fault))) return;
      sockets.handleUpgrade(request, socket, head, (webSocket) => {
        const postgres = net.connect(postgresPort, "127.0.0.1");
        const onRoundTrip = () => {
          count("POST /v2/query");
          holds.onRoundTrip();
        };
        relay({ webSocket, postgres }, { onRoundTrip, wait: holds.wait });
      });
    },
  };
}

function relay(
  { webSocket, postgres }: { webSocket: WebSocket; postgres: Socket },
  { onRoundTrip, wait }: { onRoundTrip: () => void; wait: MessageHolds["wait"] },
): void {
  const watch = watchRoundTrips(onRoundTrip);
  webSocket.binaryType = "nodebuffer";
  postgres.setNoDelay(true);

  const send = (data: Buffer) => {
    if (postgres.destroyed || postgres.write(data)) return;
    webSocket.pause();
    postgres.once("drain", () => {
      webSocket.resume();
    });
  };
  /** What waits while messages are held, in order. */
  const queue: Buffer[] = [];
  const sendQueue = () => {
    for (const data of queue.splice(0)) send(data);
  };

  // With "nodebuffer" every message is one Buffer.
  webSocket.on("message", (data: Buffer) => {
    watch(data);
    const held = wait();
    if (held || queue.length > 0) {
      queue.push(data);
      if (queue.length === 1) void held?.then(sendQueue);
      return;
    }
    send(data);
  });
  postgres.on("data", (data) => {
    webSocket.send(data, { binary: true }, () => {
      postgres.resume();
    });
    if (webSocket.bufferedAmount > HIGH_WATER_BYTES) postgres.pause();
  });

  // A client that vanishes takes its Postgres session with it, which rolls back what was open.
  webSocket.on("close", () => postgres.destroy());
  webSocket.on("error", () => postgres.destroy());
  postgres.on("close", () => {
    webSocket.close(1000);
  });
  postgres.on("error", (error) => {
    console.log(`a connection to Postgres was lost: ${error.message}`);
    webSocket.close(1011);
  });
}

/** The status that a request for a WebSocket is refused with, or undefined for a good one. */
function reasonToRefuse({ headers, url = "/" }: IncomingMessage): number | undefined {
  if (headers.origin !== undefined) return 403;
  return new URL(url, "http://localhost").pathname === "/v2" ? undefined : 404;
}

function refuse(socket: Socket, status: number): void {
  socket.end(`HTTP/1.1 ${String(status)} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Goes wrong on purpose; returns whether the connection is spoilt. */
async function misbehave(socket: Socket, fault: Fault): Promise<boolean> {
  switch (fault.kind) {
    case "status":
      refuse(socket, fault.status);
      return true;
    case "delay":
      await pause(fault.ms);
      return socket.destroyed;
    case "garbage":
      socket.end("not what you asked for");
      return true;
    case "hang":
      return true;
    case "drop":
      socket.destroy();
      return true;
    default:
      return false;
  }
}
