import type { ReadableSpan, SpanExporter } from "@opentelemetry/sdk-trace-node";

/** What spans may say, ours and Next's. Whatever else comes, with an update of Next too, stays here. */
const allowed = new Set([
  ...["http.method", "http.route", "http.status_code", "next.route", "next.rsc", "next.span_type"],
  ...[
    "outcome",
    "type",
    "function",
    "step",
    "attempt",
    "model",
    "likeness",
    "widthPx",
    "heightPx",
    "files",
    "jobId",
  ],
]);

/** Next puts the path into a name where it finds no route: links, which are keys, stand in paths. */
const ROUTE = /^[\w\s.:()/[\]-]{1,120}$/;
const TOKEN = /\/[\w-]{20,}/;

/** An exporter that hands on names of routes and a list of attributes, and no addresses, events or words of errors. */
export function keepHarmless(exporter: SpanExporter): SpanExporter {
  return {
    export: (spans, done) => exporter.export(spans.map(clean), done),
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  };
}

function clean(span: ReadableSpan): ReadableSpan {
  const attributes = Object.fromEntries(Object.entries(span.attributes).filter(([key]) => allowed.has(key)));
  const isFit = ROUTE.test(span.name) && !TOKEN.test(span.name);
  // By its prototype: the rest of a span are getters of its class.
  return Object.create(span, {
    name: { value: isFit ? span.name : "request" },
    attributes: { value: attributes },
    events: { value: [] },
    status: { value: { code: span.status.code } },
  }) as ReadableSpan;
}
