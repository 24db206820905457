import { defineConfig } from "vitest/config";

/** They come in by doors and the queue, so what they do is committed: they have a database of their own. */
const atTheDoors = ["src/server/api/*.test.ts", "src/telemetry/*.test.ts"];

export default defineConfig({
  resolve: {
    tsconfigPaths: true,
    alias: { "server-only": new URL("./local/testing/empty.ts", import.meta.url).pathname },
  },
  test: {
    // Each with its own run of what is set up globally.
    projects: [
      {
        extends: true,
        test: {
          name: "rolled back",
          include: ["{src,kysely,inngest,local,bench,e2e/chaos}/**/*.test.{ts,tsx}"],
          exclude: ["**/node_modules/**", ...atTheDoors],
        },
      },
      { extends: true, test: { name: "at the doors", include: atTheDoors } },
    ],
    globalSetup: ["local/testing/database.ts", "local/testing/vendors.ts"],
    setupFiles: ["local/testing/set-env.ts"],
    // Of the ledger: `npm run test:histories` plays more.
    provide: {
      histories: Number(process.env["HISTORIES"] ?? 50),
      historiesSeed: Number(process.env["HISTORIES_SEED"] ?? 20_261_122),
      // Of every procedure and door: how often each is sent whatever comes to mind.
      fuzzRuns: Number(process.env["FUZZ_RUNS"] ?? 4),
    },
    // Two workers: a build machine of two cores also runs the test database.
    maxWorkers: 2,
    // A test that starts processes can meet a build machine that stands still: it is tried again there, and named as such.
    retry: process.env["CI"] ? 1 : 0,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    coverage: {
      include: ["src/**", "kysely/**", "inngest/**", "local/**"],
      reporter: ["text-summary", "lcov"],
    },
  },
});
