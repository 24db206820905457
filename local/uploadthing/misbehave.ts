import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { IncomingMessage } from "node:http";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context as HonoContext, MiddlewareHandler } from "hono";
import type { Control, Fault } from "../control";
import type { Env } from "./context";

/** Answers as a fault wants, or undefined when the request should go on. */
export async function misbehave(
  c: HonoContext<Env>,
  fault: Fault | undefined,
): Promise<Response | undefined> {
  const { incoming, outgoing } = c.env;
  switch (fault?.kind) {
    case "status":
      await drain(incoming);
      return Response.json({ error: "Injected fault" }, { status: fault.status });
    case "garbage":
      await drain(incoming);
      return new Response("<!doctype html><title>502</title>", { headers: { "content-type": "text/html" } });
    case "hang":
      incoming.resume();
      await once(outgoing, "close");
      return RESPONSE_ALREADY_SENT;
    case "drop":
      incoming.destroy();
      return RESPONSE_ALREADY_SENT;
    case "delay":
      await sleep(fault.ms);
      return undefined;
    default:
      return undefined;
  }
}

/** Lets the faults on one part of the vendor have their turn before its handler. */
export function faultsOn(control: Control, part: string): MiddlewareHandler<Env> {
  return async (c, next) => {
    const answer = await misbehave(c, control.take(part));
    if (answer) return answer;
    await next();
    return undefined;
  };
}

/** Reads a body to its end and throws it away: answering early would reset the sender's connection before it sees the answer. */
export async function drain(incoming: IncomingMessage): Promise<void> {
  if (incoming.readableEnded || incoming.destroyed) return;
  incoming.resume();
  await new Promise((resolve) => {
    incoming.once("end", resolve);
    incoming.once("close", resolve);
  });
}
