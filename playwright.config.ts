import { defineConfig } from "@playwright/test";

// `npm run e2e` starts the set that the journeys travel and says where it is.
const baseURL = process.env["E2E_BASE_URL"] ?? "http://localhost:3000";

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  // `npm run e2e` runs one project after the other.
  projects: [
    { name: "beside", grepInvert: /@alone/, workers: 2 },
    // They make a vendor fail for everybody, or count all that reaches it.
    { name: "alone", grep: /@alone/, workers: 1 },
  ],
  fullyParallel: true,
  workers: 2,
  // A journey that only passes at the second try is reported as flaky.
  retries: process.env["CI"] ? 1 : 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env["CI"]),
  reporter: [["list"]],
  use: {
    baseURL,
    viewport: { width: 1280, height: 900 },
    // In time with the machine that runs them: nothing to wait for but the thing itself.
    contextOptions: { reducedMotion: "reduce" },
    // A build machine tries again and keeps the trace of that: recording every journey takes its time.
    trace: process.env["CI"] ? "on-first-retry" : "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        // Without a graphics card, drawing in plain software takes far less of the processor than imitating one.
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
