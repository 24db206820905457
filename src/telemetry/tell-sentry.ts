import { writeLine } from "~/log/write-line";
import type { Surprise } from "~/server/telemetry/tell";

const TIMEOUT_MS = 5_000;
/** `at name (file:line:column)`, the name left out at times. */
const FRAME = /^\s+at (?:(.+?) \()?(?:file:\/\/)?([^()]+):(\d+):(\d+)\)?$/;

/**
 * Sends surprises to Sentry as envelopes (develop.sentry.dev, "Envelopes"): the error's kind, where it came from and the
 * request's number, and not its message, which may quote what somebody wrote. By hand, because Sentry's SDK brings tracing of
 * its own and patches what it finds, for the one thing that is wanted here.
 *
 * @param dsn `https://KEY@HOST/PROJECT`
 */
export function tellSentry(dsn: string): (surprise: Surprise) => void {
  const { protocol, host, pathname, username: key } = new URL(dsn);
  const url = `${protocol}//${host}/api${pathname}/envelope/`;
  const auth = `Sentry sentry_version=7, sentry_client=likeness/1.0, sentry_key=${key}`;

  return (surprise) => {
    const event = describe(surprise);
    const lines = [{ event_id: event.event_id, sent_at: new Date().toISOString() }, { type: "event" }, event];
    fetch(url, {
      method: "POST",
      headers: { "content-type": "application/x-sentry-envelope", "x-sentry-auth": auth },
      body: lines.map((line) => JSON.stringify(line)).join("\n"),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => writeLine({ level: "warn", message: "Sentry was not reached." }));
  };
}

function describe({ error, where, requestId }: Surprise) {
  const known = error instanceof Error ? error : new Error("unknown");
  return {
    event_id: crypto.randomUUID().replaceAll("-", ""),
    timestamp: Date.now() / 1000,
    platform: "node",
    level: "error",
    transaction: where,
    tags: { where, ...(requestId !== undefined && { request: requestId }), ...codeOf(known) },
    exception: { values: [{ type: known.name, stacktrace: { frames: readFrames(known.stack) } }] },
  };
}

/** Postgres's and Node's errors have a code: a word of theirs. */
function codeOf(error: Error): { code?: string } {
  return "code" in error && typeof error.code === "string" ? { code: error.code.slice(0, 40) } : {};
}

/** Sentry wants the innermost last. */
function readFrames(stack = "") {
  return stack
    .split("\n")
    .flatMap((line) => {
      const [, name, file, row, column] = FRAME.exec(line) ?? [];
      if (file === undefined) return [];
      return [{ function: name ?? "?", filename: file, lineno: Number(row), colno: Number(column) }];
    })
    .toReversed();
}
