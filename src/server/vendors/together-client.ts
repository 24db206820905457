import Together, { APIConnectionError, APIError, APIUserAbortError } from "together-ai";
import type * as z from "zod";

import { env } from "~/env";
import { Failure } from "~/server/errors";

const CALL_TIMEOUT_MS = 20_000;

/**
 * Together's client. `maxRetries: 0`: it sends no idempotency key, so the SDK's own retry of a paid request
 * could pay twice (together-ai 0.52.0, read 2026-11-22); retries are Inngest's.
 */
export function together(): Together {
  return new Together({
    apiKey: env.TOGETHER_API_KEY,
    ...(env.TOGETHER_BASE_URL && { baseURL: env.TOGETHER_BASE_URL }),
    maxRetries: 0,
    // A redirect would carry prompts and photos' addresses wherever it leads.
    fetchOptions: { redirect: "error" },
    timeout: CALL_TIMEOUT_MS,
  });
}

/** Awaits a call. @throws Failure REFUSED, VENDOR_BUSY, VENDOR_UNAVAILABLE */
export async function translate<T>(call: PromiseLike<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw asFailure(error);
  }
}

/** What Together answered, as we know it. @throws Failure VENDOR_BUSY when it is something else. */
export function parseReply<T>(schema: z.ZodType<T>, reply: unknown): T {
  const parsed = schema.safeParse(reply);
  if (parsed.success) return parsed.data;
  throw new Failure("VENDOR_BUSY", "Together answered with something we cannot read.", {
    cause: parsed.error,
  });
}

const operatorStatuses = new Set<unknown>([401, 402, 403, 404]);

/** What a failed call means. By code and words, not by status: policy refusals come with 400 or 422 (no official text found, 2026-11-22). */
export function asFailure(cause: unknown): Failure {
  if (
    !(cause instanceof APIError) ||
    cause instanceof APIConnectionError ||
    cause instanceof APIUserAbortError
  ) {
    return new Failure("VENDOR_BUSY", "Together did not answer in time.", { cause });
  }
  if (/content_policy_violation|request_blocked|content moderation/i.test(cause.message)) {
    return new Failure("REFUSED", "The content policy does not allow this prompt. Try other words.", {
      cause,
    });
  }
  const status: unknown = cause.status;
  if (operatorStatuses.has(status)) {
    return new Failure(
      "VENDOR_UNAVAILABLE",
      "The picture service is not set up rightly. We have been told.",
      { cause },
    );
  }
  if (status === 400 || status === 422) {
    return new Failure("VENDOR_UNAVAILABLE", "The picture service does not take these settings.", { cause });
  }
  return new Failure("VENDOR_BUSY", "The picture service is overloaded right now.", { cause });
}
