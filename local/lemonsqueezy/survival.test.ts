import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  createCheckout,
  getSubscription,
  lemonSqueezySetup,
  listSubscriptions,
} from "@lemonsqueezy/lemonsqueezy.js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { redirectFixedOrigins } from "~/local/preload/redirect-fixed-origins.mjs";
import { findFreePort } from "../launcher/free-ports";
import { offers, store } from "./catalog";
import { openListener } from "./testing/open-listener";

const main = fileURLToPath(new URL("main.ts", import.meta.url));
vi.setConfig({ testTimeout: 60_000 });

let home: string;
let port: number;
let child: ChildProcess;
let listener: Awaited<ReturnType<typeof openListener>>;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "lemonsqueezy-home-"));
  port = await findFreePort(14_000);
  listener = await openListener();
  redirectFixedOrigins(String(port));
  lemonSqueezySetup({ apiKey: "a-key-for-tests-only" });
});
afterEach(async () => {
  await end("SIGTERM");
  await listener.close();
  await rm(home, { recursive: true });
});

async function start(retryMs = "60000"): Promise<void> {
  child = spawn(process.execPath, ["--import", "tsx", main], {
    env: {
      ...process.env,
      LIKENESS_HOME: home,
      LOCAL_LEMONSQUEEZY_PORT: String(port),
      LOCAL_LEMONSQUEEZY_RETRY_MS: retryMs,
      LOCAL_LEMONSQUEEZY_WEBHOOK_URL: `${listener.origin}/hook`,
      LEMONSQUEEZY_API_KEY: "a-key-for-tests-only",
      LEMONSQUEEZY_WEBHOOK_SECRET: "a-secret-for-tests",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise<void>((resolve) => {
    child.stdout!.on("data", (text: Buffer) => {
      if (String(text).includes("listening on")) resolve();
    });
  });
}

async function end(signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill(signal);
  await gone;
}

test("SIGKILL loses no sale, no address and no webhook", async () => {
  await start();
  listener.answerWith(500, 500, 500, 500);
  const { data } = await createCheckout(store.id, offers.pro.variantId);
  await end("SIGKILL");
  await start();

  const form = new URLSearchParams({ email: "ada@example.test", name: "Ada", card: "4242424242424242" });
  await fetch(data!.data.attributes.url, { method: "POST", body: form, redirect: "manual" });
  await vi.waitFor(() => expect(listener.heard).toHaveLength(4), 10_000);
  await end("SIGKILL");

  const failed = listener.events();
  await start();
  const [sold] = (await listSubscriptions()).data!.data;
  expect((await getSubscription(sold!.id)).data?.data.attributes.product_name).toBe("Pro");
  // The retries are a minute away: let it pass.
  await fetch(`http://localhost:${port}/__act`, {
    method: "POST",
    body: JSON.stringify({ act: "wait", hours: 1 }),
  });
  await vi.waitFor(() => expect(listener.heard).toHaveLength(8), 10_000);
  expect(listener.events().slice(4).toSorted()).toEqual(failed.toSorted());

  const folder = join(home, "lemonsqueezy");
  const modes = await Promise.all(
    ["", "subscriptions", "url-secret"].map((name) => stat(join(folder, name))),
  );
  expect(modes.map(({ mode }) => (mode & 0o777).toString(8))).toEqual(["700", "700", "600"]);
});
