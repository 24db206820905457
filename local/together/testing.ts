import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { zipSync } from "fflate";
import sharp from "sharp";
import Together from "together-ai";

import { freePort } from "../testing/free-port";
import { startTogether } from "./start-together";
import type { TogetherOptions } from "./start-together";

/** A vendor in a folder of its own, the real SDK pointed at it, and what puts both away. */
export async function startForTest(options: Partial<TogetherOptions> = {}) {
  const dir = options.dir ?? (await mkdtemp(join(tmpdir(), "together-")));
  const apiKey = randomBytes(16).toString("hex");
  const together = await startTogether({ port: 0, apiKey, trainingMs: 100, claimMs: 0, ...options, dir });
  const client = new Together({ apiKey, baseURL: `${together.origin}/v1`, maxRetries: 0, timeout: 15_000 });
  const spoil = async (...faults: unknown[]): Promise<void> => {
    await fetch(`${together.origin}/__control`, { method: "POST", body: JSON.stringify({ faults }) });
  };
  const stop = async (): Promise<void> => {
    await together.close();
    await rm(dir, { recursive: true, force: true });
  };
  return { ...together, apiKey, dir, client, spoil, stop };
}

/** The vendor as a process of its own, to be killed without warning. Its state is in `home/together`. */
export async function spawnVendor(home: string) {
  const port = await freePort();
  const apiKey = randomBytes(16).toString("hex");
  const main = new URL("./main.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, ["--import", "tsx", main], {
    env: {
      ...process.env,
      LOCAL_TOGETHER_PORT: String(port),
      LIKENESS_HOME: home,
      TOGETHER_API_KEY: apiKey,
      LOCAL_TOGETHER_TRAINING_MS: "60000",
      LOCAL_TOGETHER_CLAIM_MS: "0",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise<void>((resolve) => {
    child.stdout.on("data", (text) => {
      if (String(text).includes("Together is up")) resolve();
    });
  });
  const client = new Together({ apiKey, baseURL: `http://localhost:${String(port)}/v1`, maxRetries: 0 });
  const kill = async (): Promise<void> => {
    child.kill("SIGKILL");
    await once(child, "exit");
  };
  return { client, kill };
}

/** A file host for references and datasets: what is put under a path is served; anything else is 403, as an expired link. */
export async function startFileHost() {
  const files = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? "");
    response.writeHead(file ? 200 : 403).end(file);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://localhost:${String((server.address() as AddressInfo).port)}`;
  return {
    put: (path: string, bytes: Buffer): string => {
      files.set(path, bytes);
      return origin + path;
    },
    origin,
    close: async (): Promise<void> => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** A small photo-like JPEG: a gradient whose colour follows from `hue`. */
export async function makePhoto(hue: number, widthPx = 640, heightPx = 800): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${String(widthPx)}" height="${String(heightPx)}">
    <defs><linearGradient id="g" x2="0" y2="1"><stop stop-color="hsl(${String(hue)},60%,70%)"/><stop offset="1" stop-color="hsl(${String(hue + 60)},60%,30%)"/></linearGradient></defs>
    <rect width="100%" height="100%" fill="url(#g)"/><circle cx="50%" cy="40%" r="22%" fill="hsl(25,50%,65%)"/></svg>`;
  return sharp(Buffer.from(svg)).jpeg().toBuffer();
}

/** A training set as the product packs it: `01.jpg` with `01.txt` beside it, and so on. */
export function makeDataset(photos: readonly Buffer[], caption: string): Buffer {
  const entries: Record<string, Uint8Array> = {};
  photos.forEach((photo, index) => {
    const stem = String(index + 1).padStart(2, "0");
    entries[`${stem}.jpg`] = photo;
    entries[`${stem}.txt`] = Buffer.from(caption);
  });
  return Buffer.from(zipSync(entries, { level: 0 }));
}
