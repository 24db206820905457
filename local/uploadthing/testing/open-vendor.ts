import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UTApi } from "uploadthing/server";
import type { Fault } from "../../control";
import { startUploadThing } from "../start-uploadthing";
import { app, token } from "./start-app";

/** A vendor in a fresh folder, for one test file; `close` removes the folder too. */
export async function openVendor(options: { retryDelaysMs?: number[]; serverDataWithinMs?: number } = {}) {
  const dir = await mkdtemp(join(tmpdir(), "uploadthing-"));
  const lines: string[] = [];
  const vendor = await startUploadThing({
    port: 0,
    dir,
    ...app,
    log: (line) => lines.push(line),
    ...options,
  });
  return {
    origin: vendor.origin,
    dir,
    lines,
    api: createApi(vendor.origin),
    close: async () => {
      await vendor.close();
      await rm(dir, { recursive: true });
    },
  };
}

/** The real server SDK, pointed at a local vendor. */
export function createApi(origin: string, options: { token?: string } = {}): UTApi {
  return new UTApi({
    token: options.token ?? token,
    apiUrl: origin,
    ingestUrl: origin,
    ufsHost: new URL(origin).host,
    ufsAppIdLocation: "path",
    logLevel: "None",
    logFormat: "logFmt",
  });
}

/** Makes the vendor misbehave. */
export async function injectFaults(origin: string, faults: (Partial<Fault> & Pick<Fault, "on" | "kind">)[]) {
  await fetch(`${origin}/__control`, { method: "POST", body: JSON.stringify({ faults }) });
}
