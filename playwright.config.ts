import { defineConfig } from "@playwright/test";

const baseURL = process.env["E2E_BASE_URL"];
if (!baseURL) throw new Error("Run the journeys with `npm run e2e`: it starts the set that they travel.");

export default defineConfig({
  testDir: "e2e",
  // One worker: the journeys share the vendors, and some of them make a vendor fail.
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env["CI"]),
  reporter: [["list"]],
  use: {
    baseURL,
    viewport: { width: 1280, height: 900 },
    // In time with the machine that runs them: nothing to wait for but the thing itself.
    contextOptions: { reducedMotion: "reduce" },
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
