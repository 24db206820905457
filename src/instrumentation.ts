import type { Instrumentation } from "next";

/**
 * What Next runs once as a server starts. Who is told of what goes on is loaded on Node alone, and only where a key or an
 * address is set: the worker at the edge has none, and the SDK's names are out of its bundler's sight
 * (src/telemetry/start-telemetry.ts).
 */
export async function register(): Promise<void> {
  // Next puts the word in as it builds, so that the rest is gone from what runs elsewhere.
  // eslint-disable-next-line no-restricted-properties -- read before anything is parsed, and not ours
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { env } = await import("~/env");
  const { OTEL_EXPORTER_OTLP_ENDPOINT, SENTRY_DSN, POSTHOG_KEY, POSTHOG_HOST } = env;
  if (OTEL_EXPORTER_OTLP_ENDPOINT !== undefined) {
    const { startTelemetry } = await import("~/telemetry/start-telemetry");
    await startTelemetry(OTEL_EXPORTER_OTLP_ENDPOINT);
  }
  if (SENTRY_DSN === undefined && POSTHOG_KEY === undefined) return;
  const { listen } = await import("~/server/telemetry/tell");
  if (SENTRY_DSN !== undefined) {
    const { tellSentry } = await import("~/telemetry/tell-sentry");
    listen({ surprise: tellSentry(SENTRY_DSN) });
  }
  if (POSTHOG_KEY !== undefined) {
    const { tellPosthog } = await import("~/telemetry/tell-posthog");
    listen({ product: tellPosthog(POSTHOG_KEY, POSTHOG_HOST) });
  }
}

/** What a page or a door threw. Of procedures' surprises the API tells itself: there they have a request's number. */
export const onRequestError: Instrumentation.onRequestError = async (error, _, { routePath }) => {
  const { tellSurprise } = await import("~/server/telemetry/tell");
  tellSurprise({ error, where: routePath });
};
