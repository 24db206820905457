import { afterEach, expect, test, vi } from "vitest";

import { nodeVariables } from "./edge/worker-variables";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

const real = {
  ...{ NODE_ENV: "production", ALLOW_LOOPBACK: "", INNGEST_DEV: "", INNGEST_BASE_URL: "" },
  ...{ NEON_LOCAL_PROXY: "", DATABASE_URL: "postgres://likeness:pw@ep-x-1.eu.aws.neon.tech/likeness" },
  ...{ CLERK_API_URL: "", CLERK_FAPI_URL: "", NEXT_PUBLIC_CLERK_PROXY_URL: "" },
  ...{ UPLOADTHING_INGEST_URL: "", UPLOADTHING_API_URL: "", UPLOADTHING_UFS_HOST: "" },
  ...{ UPLOADTHING_CALLBACK_URL: "", TOGETHER_BASE_URL: "" },
};

/** What the server says at its start in production with these variables; undefined when it starts. */
async function startWith(variables: Record<string, string>): Promise<string | undefined> {
  vi.resetModules();
  for (const [name, value] of Object.entries({ ...real, ...variables })) vi.stubEnv(name, value);
  try {
    await import("./env");
    return undefined;
  } catch (error) {
    return String(error);
  }
}

test("production starts with real vendors, and with a collector beside it", async () => {
  expect(await startWith({})).toBeUndefined();
  expect(await startWith({ OTEL_EXPORTER_OTLP_ENDPOINT: "http://localhost:4318" })).toBeUndefined();
  expect(await startWith({ TOGETHER_BASE_URL: "https://api.together.example/v1" })).toBeUndefined();
});

test.each([
  ["CLERK_API_URL", "http://api.clerk.example"],
  ["NEXT_PUBLIC_CLERK_PROXY_URL", "http://likeness.example/__clerk"],
  ["UPLOADTHING_CALLBACK_URL", "http://likeness.example/api/uploadthing"],
  ["TOGETHER_BASE_URL", "http://127.0.0.1.evil.example/v1"],
  ["UPLOADTHING_UFS_HOST", "files.local.example"],
  ["INNGEST_BASE_URL", "http://inngest.example"],
  ["NEON_LOCAL_PROXY", "neon.example:4444"],
  ["OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector.example:4318"],
  ["SENTRY_DSN", "http://key@sentry.example/1"],
  ["POSTHOG_HOST", "http://posthog.example"],
])("production does not speak unencrypted to others: %s", async (name, address) => {
  expect(await startWith({ [name]: address })).toContain(`${name} would be spoken to unencrypted`);
  expect(await startWith({ [name]: address, ALLOW_LOOPBACK: "1" })).toContain("unencrypted");
});

test("production speaks to no stand-ins, a preview does", async () => {
  const played = { CLERK_API_URL: "http://localhost:4004", INNGEST_DEV: "http://localhost:4007" };
  expect(await startWith(played)).toContain("INNGEST_DEV");
  expect(await startWith({ CLERK_API_URL: "http://localhost:4004" })).toContain("point at this machine");
  expect(await startWith({ ...played, ALLOW_LOOPBACK: "1" })).toBeUndefined();
});

test("production takes no webhook secret that can be guessed, a preview does", async () => {
  const weak = { LEMONSQUEEZY_WEBHOOK_SECRET: "0f".repeat(15) };
  expect(await startWith(weak)).toContain("LEMONSQUEEZY_WEBHOOK_SECRET can be guessed");
  expect(await startWith({ LEMONSQUEEZY_WEBHOOK_SECRET: "0f".repeat(16) })).toBeUndefined();
  expect(await startWith({ ...weak, ALLOW_LOOPBACK: "1" })).toBeUndefined();
});

test("an address is one of the web", async () => {
  expect(await startWith({ TOGETHER_BASE_URL: "ftp://api.together.example" })).toBeDefined();
});

test("the worker starts without what it does not need, a Node host does not", async () => {
  const missing = Object.fromEntries(nodeVariables.map((name) => [name, ""]));
  expect(await startWith(missing)).toBeDefined();
  vi.stubGlobal("navigator", { userAgent: "Cloudflare-Workers" });
  expect(await startWith(missing)).toBeUndefined();
});
