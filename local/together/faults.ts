import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

import type { HttpBindings } from "@hono/node-server";
import type { Context, MiddlewareHandler } from "hono";

import type { Control, Fault } from "../control";
import { ApiError } from "./api-error";
import { policyRefusal } from "./content-policy";

/** What a route of this vendor can see: Node's own request and response, and the fault it is under, if any. */
export interface TogetherEnv {
  Bindings: HttpBindings;
  Variables: { fault: Fault | undefined };
}

/**
 * Lets tests spoil one part of the vendor. `status`, `delay`, `hang`, `garbage`, `policy` act before the work; `drop`
 * does the work and cuts the connection instead of answering. Other kinds are left in `c.var.fault` for the route.
 *
 * @throws ApiError with the injected status.
 */
export function faulty(control: Control, part: string): MiddlewareHandler<TogetherEnv> {
  return async (c, next) => {
    const fault = control.take(part);
    c.set("fault", fault);
    switch (fault?.kind) {
      case "status":
        throw injectedError(c, fault.status);
      case "delay":
        await sleep(fault.ms);
        return next();
      case "hang":
        await once(c.env.incoming.socket, "close");
        return c.body(null);
      case "garbage":
        return c.body('{"data":"<!doctype html>', 200, { "content-type": "application/json" });
      case "policy":
        throw policyRefusal();
      case "drop":
        await next();
        c.env.incoming.socket.destroy();
        return;
      default:
        return next();
    }
  };
}

// Types and headers: Together docs, rate-limits, read 2026-11-22.
function injectedError(c: Context, status: number): ApiError {
  if (status === 429) {
    c.header("retry-after", "1");
    c.header("x-ratelimit-limit", "60");
    c.header("x-ratelimit-remaining", "0");
    c.header("x-ratelimit-reset", "1");
    c.header("x-ratelimit-limit-dynamic", "60");
    c.header("x-ratelimit-remaining-dynamic", "0");
    const details = { type: "dynamic_request_limited", code: "rate_limit_exceeded" };
    return new ApiError(429, "You have reached the dynamic rate limit of this model.", details);
  }
  if (status === 503) {
    return new ApiError(503, "The engine is currently overloaded.", {
      type: "service_unavailable",
      code: "overloaded",
    });
  }
  if (status === 402) {
    return new ApiError(402, "Credit limit exceeded.", { type: "credit_limit", code: "credit_limit" });
  }
  if (status >= 500)
    return new ApiError(status, "Internal server error.", { type: "server_error", code: "internal_error" });
  return new ApiError(status, `The request was refused (${String(status)}).`);
}
