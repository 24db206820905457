import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    tsconfigPaths: true,
    alias: { "server-only": new URL("./local/testing/empty.ts", import.meta.url).pathname },
  },
  test: {
    include: ["{src,kysely,inngest,edge,local,bench}/**/*.test.{ts,tsx}"],
    globalSetup: ["local/testing/database.ts", "local/testing/vendors.ts"],
    setupFiles: ["local/testing/set-env.ts"],
    // Two workers: a build machine of two cores also runs the test database.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    coverage: {
      include: ["src/**", "kysely/**", "inngest/**", "edge/**", "local/**"],
      reporter: ["text-summary", "lcov"],
    },
  },
});
