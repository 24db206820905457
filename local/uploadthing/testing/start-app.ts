import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { createRouteHandler, createUploadthing } from "uploadthing/server";
import type { Vendor } from "../../vendor";
import { writeToken } from "../token";

export const app = { apiKey: "sk_live_contract_test", appId: "contracttest" };
export const token = writeToken(app);

export interface UploadApp extends Vendor {
  /** Where it serves its file router. */
  url: string;
  /** What `onUploadComplete` was called with, in order. */
  completed: { userId: string; key: string; customId: string | null; fileHash: string }[];
  /** What `onUploadError` was called with, in order. */
  failed: { fileKey: string; message: string }[];
  /** The statuses it answered hooks with, in order. */
  hookStatuses: number[];
  /** Statuses to answer the next hooks with, without looking at them. */
  outages: number[];
}

const f = createUploadthing();

function createRouter(told: Pick<UploadApp, "completed" | "failed">) {
  const accepts = { blob: { maxFileSize: "128MB", maxFileCount: 20, acl: "private" } } as const;
  return {
    photos: f(accepts)
      .middleware(() => ({ userId: "user_ada" }))
      .onUploadError(({ error, fileKey }) => {
        told.failed.push({ fileKey, message: error.message });
      })
      .onUploadComplete(({ metadata, file }) => {
        const { key, customId, fileHash } = file;
        told.completed.push({ userId: metadata.userId, key, customId, fileHash });
        return { photoOf: key };
      }),
    unawaited: f(accepts, { awaitServerData: false })
      .middleware(() => ({ userId: "user_ada" }))
      .onUploadComplete(({ metadata, file }) => {
        const { key, customId, fileHash } = file;
        told.completed.push({ userId: metadata.userId, key, customId, fileHash });
      }),
    strict: f(accepts).onUploadComplete(() => {
      throw new Error("no room");
    }),
  };
}
export type UploadRouter = ReturnType<typeof createRouter>;

/** An app with the real route handler, for contract tests. `port` brings a stopped one back where it was. */
export async function startApp(
  ingestUrl: string,
  options: { isDev: boolean; port?: number },
): Promise<UploadApp> {
  const told = { completed: [], failed: [], hookStatuses: [] as number[], outages: [] as number[] };
  const handler = createRouteHandler({
    router: createRouter(told),
    config: { token, ingestUrl, isDev: options.isDev, logLevel: "None", logFormat: "logFmt" },
  });
  const server = createAdaptorServer({
    overrideGlobalObjects: false,
    fetch: async (request) => {
      const outage = request.headers.has("uploadthing-hook") ? told.outages.shift() : undefined;
      const response = outage ? new Response("out of order", { status: outage }) : await handler(request);
      if (request.headers.has("uploadthing-hook")) told.hookStatuses.push(response.status);
      return response;
    },
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  const origin = `http://localhost:${String((server.address() as AddressInfo).port)}`;
  return {
    ...told,
    origin,
    url: `${origin}/api/uploadthing`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}
