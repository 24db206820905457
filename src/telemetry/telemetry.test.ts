import { mkdtemp, rm } from "node:fs/promises";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { neonConfig } from "@neondatabase/serverless";
import { afterAll, expect, inject, test } from "vitest";
import ws from "ws";
import * as z from "zod";

import { startInngest } from "~/local/inngest/start-inngest";

import { startTelemetry } from "./start-telemetry";

neonConfig.webSocketConstructor = ws;

const closing: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of closing.toReversed()) await close();
});

const Spans = z.object({
  resourceSpans: z.array(
    z.object({
      scopeSpans: z.array(
        z.object({ spans: z.array(z.object({ name: z.string(), traceId: z.string() }).loose()) }),
      ),
    }),
  ),
});

/** Somebody who collects OTLP over HTTP: what they were sent, by path. */
async function openCollector() {
  const bodies: { path: string; text: string }[] = [];
  const origin = await listen((request, response) => {
    let text = "";
    request.on("data", (part: Buffer) => (text += part.toString("utf8")));
    request.on("end", () => {
      bodies.push({ path: request.url ?? "", text });
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  const of = (path: string) => bodies.filter((body) => body.path === path).map(({ text }) => text);
  return {
    origin,
    everything: () => bodies.map(({ text }) => text).join("\n"),
    metrics: () => of("/v1/metrics").join("\n"),
    spans: () =>
      of("/v1/traces")
        .flatMap((text) => Spans.parse(JSON.parse(text)).resourceSpans)
        .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
  };
}

async function listen(answer: http.RequestListener): Promise<string> {
  const server = http.createServer(answer).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
}

/** The product's function that makes pictures, run by an executor of this test's own. */
async function serveFunctions(): Promise<void> {
  const served: { handle?: http.RequestListener } = {};
  const app = await listen((request, response) => {
    if (served.handle) served.handle(request, response);
    else response.writeHead(503).end();
  });
  const folder = await mkdtemp(join(tmpdir(), "likeness-telemetry-"));
  const executor = await startInngest({ port: 0, dir: folder, appUrl: `${app}/api/inngest`, syncMs: 100 });
  closing.push(async () => {
    await executor.close();
    await rm(folder, { recursive: true, force: true });
  });
  process.env["INNGEST_DEV"] = executor.origin; // eslint-disable-line no-restricted-properties -- before the client reads it
  const { serve } = await import("inngest/node");
  const { inngest } = await import("~/inngest/client");
  const { generatePictures } = await import("~/inngest/functions/generate-pictures");
  served.handle = serve({ client: inngest, functions: [generatePictures] });
}

test(
  "one generation is one trace, from the press to storage, and says nothing of what was asked for",
  { timeout: 40_000 },
  async () => {
    const collector = await openCollector();
    const telemetry = await startTelemetry(`${collector.origin}/`);
    closing.push(() => telemetry.stop());
    await serveFunctions();
    const { createCaller } = await import("~/server/api/root");
    const { httpDb } = await import("~/kysely/http");
    const { sharedDb } = await import("~/kysely/shared");
    const { addUser } = await import("~/server/testing/people");
    const db = sharedDb();
    const userId = await addUser(db);

    const caller = createCaller({
      userId,
      requestId: crypto.randomUUID(),
      addressHash: null,
      readDb: httpDb(),
    });
    const requestId = crypto.randomUUID();
    await caller.generations.create({
      ...{ requestId, modelId: null, fluxModel: "flux-2-dev", count: 1, aspect: "1:1", style: "anime" },
      prompt: "a zanzibarine kite over Ouagadougou",
    });
    const pictures = () => db.selectFrom("picture").select("status").where("userId", "=", userId).execute();
    await expect.poll(pictures, { timeout: 15_000 }).toEqual([{ status: "ready" }]);

    // The step's own span ends after the picture is there.
    await expect
      .poll(
        async () => {
          await telemetry.flush();
          const spans = collector.spans();
          const press = spans.find(({ name }) => name === "procedure generations.create");
          return spans.filter(({ traceId }) => traceId === press?.traceId).map(({ name }) => name);
        },
        { timeout: 10_000 },
      )
      .toEqual(
        expect.arrayContaining([
          "procedure generations.create",
          "step make-ID",
          "together make-image",
          "uploadthing store-files",
        ]),
      );

    for (const metric of [
      "likeness.queue.wait",
      "likeness.press-to-picture",
      "likeness.pictures",
      "likeness.credits",
    ])
      expect(collector.metrics()).toContain(`"${metric}"`);
    for (const secret of [
      "zanzibarine",
      "Ouagadougou",
      userId,
      inject("vendorEnv")["TOGETHER_API_KEY"] ?? "-",
    ])
      expect(collector.everything()).not.toContain(secret);
    await db.deleteFrom("appUser").where("id", "=", userId).execute();
  },
);
