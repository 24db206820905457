import type { DevStream } from "./dev-stream";
import type { CallbackResult, Registration } from "./file-record";
import type { Waiters } from "./waiters";

/** How one attempt at a callback ended; only a failed one is tried again. */
export type Outcome = "accepted" | "refused" | "failed";

/** A signed message to the app about one file. */
export interface Hook {
  key: string;
  kind: "callback" | "error";
  payload: string;
  signature: string;
}

/** Next compiles a route on its first request in development, which takes its time on a small machine. */
const ANSWER_WITHIN_MS = 60_000;

/** Posts a hook to the app's own address, as in production. 5xx, redirects of a guarded route aside, means "later". */
export async function postHook(
  hook: Hook,
  registration: Registration,
  closing: AbortSignal,
): Promise<Outcome> {
  const url = new URL(registration.callbackUrl);
  url.searchParams.set("slug", registration.callbackSlug);
  try {
    const response = await fetch(url, {
      method: "POST",
      redirect: "manual",
      body: hook.payload,
      headers: {
        "content-type": "application/json",
        "uploadthing-hook": hook.kind,
        "x-uploadthing-signature": hook.signature,
      },
      signal: AbortSignal.any([closing, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
    });
    await response.body?.cancel();
    if (response.ok) return "accepted";
    return response.status >= 500 ? "failed" : "refused";
  } catch {
    return "failed";
  }
}

/**
 * Sends a hook down a development stream, whose reader posts it to itself.
 *
 * It is accepted when the app brings a result, or keeps the stream open without one (its `onUploadComplete` threw); a stream
 * that closes first has failed.
 */
export async function streamHook(
  hook: Hook,
  stream: DevStream,
  answer: { results: Waiters<CallbackResult>; withinMs: number; closing: AbortSignal },
): Promise<Outcome> {
  const done = new AbortController();
  const result = answer.results.wait(
    hook.key,
    answer.withinMs,
    AbortSignal.any([answer.closing, done.signal]),
  );
  const { payload, signature, kind } = hook;
  if (!stream.send({ payload, signature, hook: kind })) {
    done.abort();
    return "failed";
  }

  const outcome = await Promise.race([
    result.then((): Outcome => (answer.closing.aborted ? "failed" : "accepted")),
    stream.closed.then((): Outcome => "failed"),
  ]);
  done.abort();
  return outcome;
}
