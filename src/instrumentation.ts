/**
 * What Next runs once as a server starts. Telemetry is loaded on Node alone, and only where somebody is told: the worker
 * at the edge has no such variables, and the SDK's names are out of its bundler's sight (src/telemetry/start-telemetry.ts).
 */
export async function register(): Promise<void> {
  // Next puts the word in as it builds, so that the other branch is gone from what runs elsewhere.
  // eslint-disable-next-line no-restricted-properties -- read before anything is parsed, and not ours
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { env } = await import("~/env");
  if (env.OTEL_EXPORTER_OTLP_ENDPOINT === undefined) return;
  const { startTelemetry } = await import("~/telemetry/start-telemetry");
  await startTelemetry(env.OTEL_EXPORTER_OTLP_ENDPOINT);
}
