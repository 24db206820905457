import { randomBytes } from "node:crypto";

import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { z } from "zod";

interface Refusal {
  status: ContentfulStatusCode;
  /** Clerk's own word for it; the components choose what to show by this. */
  code: string;
  message: string;
  /** The form field to mark. */
  paramName?: string;
}

/** An answer other than success, in the form both of Clerk's APIs use. */
export class ClerkError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.name = "ClerkError";
    this.refusal = refusal;
  }
}

/** The JSON body of a refusal. */
export function errorBody({ code, message, paramName }: Omit<Refusal, "status">) {
  return {
    errors: [{ code, message, long_message: message, meta: paramName ? { param_name: paramName } : {} }],
    clerk_trace_id: randomBytes(16).toString("hex"),
  };
}

/** A 422 about one field of a form. */
export function formError(code: string, paramName: string, message: string): ClerkError {
  return new ClerkError({ status: 422, code, message, paramName });
}

/** A 404: nothing of that id belongs to the caller. */
export function notFound(what: string): ClerkError {
  return new ClerkError({ status: 404, code: "resource_not_found", message: `${what} was not found` });
}

/** A 401: the browser has no live session. The browser SDK signs out on seeing it. */
export function signedOut(): ClerkError {
  return new ClerkError({ status: 401, code: "signed_out", message: "You are signed out" });
}

/**
 * Reads a request's fields.
 *
 * @throws ClerkError 422 naming the first field that is missing, unknown or of the wrong form.
 */
export function parseParams<Schema extends z.ZodType>(schema: Schema, params: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(params);
  if (parsed.success) return parsed.data;

  const issue = parsed.error.issues[0];
  if (issue?.code === "unrecognized_keys") {
    const name = issue.keys[0] ?? "";
    throw formError("form_param_unknown", name, `${name} is not a parameter that the local Clerk knows.`);
  }
  const name = issue?.path.join(".") ?? "";
  throw formError(
    "form_param_format_invalid",
    name,
    `${name} is invalid: ${issue?.message ?? "unknown reason"}.`,
  );
}
