import { setTimeout as wait } from "node:timers/promises";

import type { MiddlewareHandler } from "hono";

import type { Control } from "../control";
import { ClerkError } from "./errors";

/** Makes one of the two APIs misbehave as the control handle asks: `status`, `delay`, `garbage`, `hang` and `drop`. */
export function misbehaving(control: Control, part: "frontend" | "backend"): MiddlewareHandler {
  return async (c, next) => {
    const fault = control.take(part);
    if (fault?.kind === "hang") await new Promise(() => undefined);
    if (fault?.kind === "garbage") return c.body("<!doctype html><p>upstream error", 200);
    if (fault?.kind === "status") {
      const status = fault.status as 500; // any 4xx or 5xx, which hono's type lists one by one
      throw new ClerkError({ status, code: "fault", message: `Failed on purpose with ${String(status)}` });
    }
    if (fault?.kind === "delay") await wait(fault.ms);
    await next();
    if (fault?.kind === "drop") c.res = new Response(null, { status: 502 });
    return undefined;
  };
}
