import { metrics, propagation, ROOT_CONTEXT, SpanStatusCode, trace, context } from "@opentelemetry/api";

import { Failure } from "~/server/errors";

/** What may be said of anything: kinds, ids of ours and numbers. Never a prompt, a name, an address or a file. */
export type Facts = Record<string, string | number | boolean>;

const NAME = "likeness";

/**
 * Does a piece of work as a span of its own, with what came of it: "ok", a Failure's code, or "surprise". Without an
 * endpoint nothing listens, and this is a call and no more: see src/instrumentation.ts.
 */
export async function withSpan<T>(name: string, facts: Facts, work: () => Promise<T>): Promise<T> {
  return trace.getTracer(NAME).startActiveSpan(name, { attributes: facts }, async (span) => {
    try {
      const result = await work();
      span.setAttribute("outcome", "ok");
      return result;
    } catch (error) {
      span.setAttribute("outcome", outcomeOf(error));
      // Without the error's words: they may quote what somebody wrote.
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** What an error is called where nothing of its words may be. */
export function outcomeOf(error: unknown): string {
  // Inngest is handed a Failure inside an error of its own: inngest/settle.ts.
  const failure = error instanceof Error && error.cause instanceof Failure ? error.cause : error;
  return failure instanceof Failure ? failure.code : "surprise";
}

/** Counts something that happened. */
export function count(name: string, amount: number, facts: Facts): void {
  metrics.getMeter(NAME).createCounter(name).add(amount, facts);
}

/** Notes how long something took. */
export function timed(name: string, seconds: number, facts: Facts): void {
  metrics
    .getMeter(NAME)
    .createHistogram(name, { unit: "s", advice: { explicitBucketBoundaries } })
    .record(seconds, facts);
}

/** From a tenth of a second to the queue's deadline of two hours. */
const explicitBucketBoundaries = [0.1, 0.5, 1, 2, 5, 10, 20, 40, 60, 120, 300, 900, 3600, 7200];

/** Where the work that goes on now stands in its trace, to be taken up elsewhere: W3C's `traceparent`; undefined when nobody listens. */
export function currentTrace(): string | undefined {
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  return carrier["traceparent"];
}

/** Goes on with a trace that began elsewhere. */
export function inTrace<T>(traceparent: string | undefined, work: () => T): T {
  if (traceparent === undefined) return work();
  return context.with(propagation.extract(ROOT_CONTEXT, { traceparent }), work);
}
