import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";

import { env } from "~/env";
import { connect } from "~/kysely/connect";
import { httpDb } from "~/kysely/http";

import { answerLive, answerReady } from "./answer-health";
import { listVendorParts } from "./list-parts";
import { readHealth } from "./read-health";

/** Takes connections and never answers. */
const hanging = createServer(() => undefined);
const broken = createServer((_, response) => response.writeHead(503).end());
const addressOf = (server: typeof hanging) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

beforeAll(async () => {
  for (const server of [hanging, broken]) {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  }
});
afterAll(() => {
  for (const server of [hanging, broken]) server.close().closeAllConnections();
});

describe("health", () => {
  test("is up when every part answers, also when it answers that it knows nobody", async () => {
    const origins = inject("vendorOrigins");
    const vendors = [
      { name: "storage", address: origins.uploadthing },
      { name: "together", address: `${origins.together}/v1` },
      { name: "inngest", address: origins.inngest },
      { name: "clerk", address: origins.clerk },
      { name: "seller", address: `${origins.lemonsqueezy}/v1` },
    ] as const;
    expect(await readHealth(httpDb(), vendors)).toEqual({
      status: "up",
      parts: { database: "up", storage: "up", together: "up", inngest: "up", clerk: "up", seller: "up" },
    });
  });

  test("names the parts that refuse, fail or hang, in little more than two seconds", async () => {
    const startedAt = performance.now();
    const health = await readHealth(httpDb(), [
      { name: "storage", address: addressOf(hanging) },
      { name: "together", address: "http://127.0.0.1:1" },
      { name: "inngest", address: addressOf(broken) },
    ]);
    expect(health).toEqual({
      status: "degraded",
      parts: { database: "up", storage: "down", together: "down", inngest: "down" },
    });
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });

  test("is down without the database, of which nothing is told", async () => {
    const { port } = hanging.address() as AddressInfo;
    const db = connect(`postgres://someone:a-password@127.0.0.1:${port}/none`, 1);
    const health = await readHealth(db, []);
    expect(health).toEqual({ status: "down", parts: { database: "down" } });
  });

  test("is answered at its doors, without a secret in it", async () => {
    expect(answerLive().status).toBe(200);
    const ready = await answerReady(httpDb());
    expect(ready.headers.get("cache-control")).toBe("no-store");
    const text = await ready.text();
    expect(text).toMatch(/^\{"status":"(up|degraded)","parts":\{"database":"up"/);
    for (const secret of [env.TOGETHER_API_KEY, env.CLERK_SECRET_KEY, env.DATABASE_URL]) {
      expect(text).not.toContain(secret);
    }
    expect(listVendorParts().map(({ name }) => name)).toContain("seller");
  });
});
