import { inject } from "vitest";

import { redirectFixedOrigins } from "../preload/redirect-fixed-origins.mjs";

// Before a test file imports ~/env, which parses these.
Object.assign(process.env, inject("vendorEnv"), {
  DATABASE_URL: inject("databaseUrl"),
  NEON_LOCAL_PROXY: inject("neonProxy"),
});

redirectFixedOrigins(process.env["LOCAL_LEMONSQUEEZY_PORT"]);
