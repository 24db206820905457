import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { chromium } from "@playwright/test";
import type { Page } from "@playwright/test";

import { describeSet } from "~/local/environment";
import { readAddresses } from "~/local/launcher/addresses";
import { findChromium } from "~/local/launcher/find-chromium";
import { findFreePort } from "~/local/launcher/free-ports";
import { readSecrets } from "~/local/launcher/read-secrets";
import { runSet } from "~/local/launcher/run-set";
import type { Ports } from "~/local/ports";
import { demoUser } from "~/local/seed/demo-user";

export const root = join(import.meta.dirname, "..");
const FIRST_PORT = 7100;

export interface Preview {
  ports: Ports;
  /** The processes that serve: `app`, and `node` when the edge is the app. */
  pids: { app: number; node: number };
  home: string;
  /** The demo user, on Pro with a ready model, signed in and in the studio. */
  page: Page;
  close: () => Promise<void>;
}

/**
 * Builds and starts the production build with every vendor played, and signs the demo user in.
 *
 * @param options `edge`: with workerd in front of it; `build`: or what was built last
 */
export async function openPreview({ edge, build }: { edge: boolean; build: boolean }): Promise<Preview> {
  const home = await mkdtemp(join(tmpdir(), "likeness-bench-"));
  const port = await findFreePort(FIRST_PORT);
  const flags = [...(edge ? ["--edge"] : []), ...(build ? [] : ["--no-build"])];
  const args = ["preview", "--all-local", "--port", String(port), ...flags];
  const set = await runSet(args, { root, home });
  const { env, ports } = describeSet({
    mode: "preview",
    port,
    home,
    secrets: await readSecrets(home),
    own: {},
  });
  // ~/env parses these as it is imported.
  Object.assign(process.env, env);
  const { signIn } = await import("../e2e/fixtures/people");

  const browser = await chromium.launch({
    executablePath: findChromium(process.env),
    // As the journeys: drawing in plain software takes far less of the processor than imitating a graphics card.
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const page = await browser.newPage({
    baseURL: `http://localhost:${ports.app}`,
    viewport: { width: 1280, height: 900 },
  });
  // What esbuild leaves in the functions that are handed to the page.
  await page.addInitScript("globalThis.__name = (named) => named");
  await signIn(page, demoUser);
  const addresses = await readAddresses(home);
  const app = addresses?.["app"]?.pid ?? 0;
  return {
    ports,
    pids: { app, node: addresses?.["node"]?.pid ?? app },
    home,
    page,
    close: async () => {
      await browser.close();
      await set.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}
