import { metrics } from "@opentelemetry/api";
import type * as MetricExporter from "@opentelemetry/exporter-metrics-otlp-http";
import type * as TraceExporter from "@opentelemetry/exporter-trace-otlp-http";
import type * as Resources from "@opentelemetry/resources";
import type * as Metrics from "@opentelemetry/sdk-metrics";
import type * as Traces from "@opentelemetry/sdk-trace-node";

import { keepHarmless } from "./keep-harmless";

/** How often metrics are sent. */
const METRICS_EVERY_MS = 30_000;

export interface Telemetry {
  /** Sends what is waiting. */
  flush: () => Promise<void>;
  stop: () => Promise<void>;
}

/**
 * Starts OpenTelemetry: traces and metrics over OTLP/HTTP to an endpoint, in a Node process. What product code and Next
 * say goes there from now on.
 *
 * The SDK is asked for by names that no bundler sees: neither the worker nor the server's chunks carry it.
 */
export async function startTelemetry(endpoint: string): Promise<Telemetry> {
  const { NodeTracerProvider, BatchSpanProcessor } = await load<typeof Traces>("sdk-trace-node");
  const { MeterProvider, PeriodicExportingMetricReader } = await load<typeof Metrics>("sdk-metrics");
  const { OTLPTraceExporter } = await load<typeof TraceExporter>("exporter-trace-otlp-http");
  const { OTLPMetricExporter } = await load<typeof MetricExporter>("exporter-metrics-otlp-http");
  const { resourceFromAttributes } = await load<typeof Resources>("resources");
  // Next's spans of fetches are named after whole addresses, signatures and all.
  // eslint-disable-next-line no-restricted-properties -- Next's own switch, not a setting of ours
  process.env["NEXT_OTEL_FETCH_DISABLED"] = "1";

  const base = endpoint.replace(/\/$/, "");
  const resource = resourceFromAttributes({ "service.name": "likeness" });
  const traces = new NodeTracerProvider({
    resource,
    spanProcessors: [
      new BatchSpanProcessor(keepHarmless(new OTLPTraceExporter({ url: `${base}/v1/traces` })), {
        scheduledDelayMillis: 2000,
      }),
    ],
  });
  traces.register();
  const meters = new MeterProvider({
    resource,
    readers: [
      new PeriodicExportingMetricReader({
        exporter: new OTLPMetricExporter({ url: `${base}/v1/metrics` }),
        exportIntervalMillis: METRICS_EVERY_MS,
      }),
    ],
  });
  metrics.setGlobalMeterProvider(meters);
  return {
    flush: async () => {
      await Promise.all([traces.forceFlush(), meters.forceFlush()]);
    },
    stop: async () => {
      await Promise.all([traces.shutdown(), meters.shutdown()]);
    },
  };
}

/** A package by a name that is put together as it runs: OpenNext's bundler heeds no comment that says to leave one out. */
async function load<T>(name: string): Promise<T> {
  return (await import(/* turbopackIgnore: true */ /* @vite-ignore */ `@opentelemetry/${name}`)) as T; // by its own types
}
