import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { chromium } from "@playwright/test";

import type { FaceBox, PhotoMeasures } from "~/catalog/photo-measures";
import { findChromium } from "~/local/launcher/find-chromium";

import { bundleCoach } from "./bundle-coach";

export interface Look {
  /** From the file to everything that is told of it, in the worker. */
  ms: number;
  seen: { measures: PhotoMeasures; faces: FaceBox[] | null } | { error: string };
}

/** Has the product's coach look at photos in Chromium, in as many workers as the product uses. @returns in their order, with the time for all. */
export async function lookInChromium(
  paths: readonly string[],
  workers: number,
): Promise<{ looks: Look[]; totalMs: number }> {
  const script = await bundleCoach();
  const server = createServer((request, response) => {
    const at = /^\/photo\/(\d+)$/.exec(request.url ?? "")?.[1];
    if (at !== undefined) {
      void readFile(paths[Number(at)] ?? "").then((bytes) => response.end(bytes));
      return;
    }
    const isScript = request.url === "/coach.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? script : "<!doctype html>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // listening on TCP
  const browser = await chromium.launch({
    executablePath: findChromium(process.env),
    args: ["--no-sandbox"],
  });
  try {
    const page = await browser.newPage();
    // tsx names the functions it compiles by a helper, which a page does not have.
    await page.addInitScript("globalThis.__name = (named) => named");
    await page.goto(`http://127.0.0.1:${port}/`);
    const types = paths.map(typeOf);
    // Once before the clock runs: the script is read and compiled.
    await page.evaluate(look, { types: types.slice(0, workers), workers });
    return await page.evaluate(look, { types, workers });
  } finally {
    await browser.close();
    server.close();
  }
}

function typeOf(path: string): string {
  if (path.endsWith(".png")) return "image/png";
  return path.endsWith(".heic") ? "image/heic" : "image/jpeg";
}

/** Runs in the page. */
async function look({ types, workers }: { types: string[]; workers: number }) {
  const looks: Look[] = [];
  let next = 0;
  const started = performance.now();
  const run = async () => {
    const worker = new Worker("/coach.js");
    while (next < types.length) {
      const id = next++;
      looks[id] = await new Promise<Look>((resolve) => {
        worker.onmessage = ({ data }: MessageEvent<Look>) => resolve({ ms: data.ms, seen: data.seen });
        worker.postMessage({ id, url: `/photo/${id}`, type: types[id] });
      });
    }
    worker.terminate();
  };
  await Promise.all(Array.from({ length: workers }, run));
  return { looks, totalMs: performance.now() - started };
}
