import { inject } from "vitest";

// Before a test file imports ~/env, which parses these.
Object.assign(process.env, inject("vendorEnv"), {
  DATABASE_URL: inject("databaseUrl"),
  NEON_LOCAL_PROXY: inject("neonProxy"),
});
