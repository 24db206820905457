import http from "node:http";
import type { AddressInfo } from "node:net";

import { afterAll, expect, test } from "vitest";

import { listen, tellProduct, tellSurprise } from "~/server/telemetry/tell";

import { tellPosthog } from "./tell-posthog";
import { tellSentry } from "./tell-sentry";

const seen: { path: string; auth: string | undefined; body: string }[] = [];
const server = http.createServer((request, response) => {
  let body = "";
  request.on("data", (part: Buffer) => (body += part.toString("utf8")));
  request.on("end", () => {
    const auth = request.headers["x-sentry-auth"]?.toString();
    seen.push({ path: request.url ?? "", auth, body });
    response.end("{}");
  });
});
const opened = new Promise<string>((resolve) => {
  server.listen(0, "127.0.0.1", () => resolve(`127.0.0.1:${(server.address() as AddressInfo).port}`));
});
afterAll(() => {
  server.close();
  listen({ surprise: () => undefined, product: () => undefined });
});

test("Sentry hears of a surprise where it was, and not what it said", async () => {
  tellSurprise({ error: new Error("to nobody"), where: "models.saveDraft" });
  listen({ surprise: tellSentry(`http://public@${await opened}/42`) });
  const error = new TypeError("a zanzibarine kite");
  tellSurprise({ error, where: "models.saveDraft", requestId: "0192" });
  await expect.poll(() => seen.length).toBe(1);
  const { path = "", auth = "", body = "" } = seen[0] ?? {};
  expect(path).toBe("/api/42/envelope/");
  expect(auth).toContain("sentry_key=public");
  expect(body).toContain('"type":"TypeError"');
  expect(body).toContain('"request":"0192"');
  expect(body).toContain("tell.test.ts");
  expect(body).not.toContain("zanzibarine");
});

test("PostHog hears what was done, and not by whom", async () => {
  seen.length = 0;
  tellProduct({ event: "model trained", userId: "user_secret", facts: {} });
  listen({ product: tellPosthog("phc_key", `http://${await opened}`) });
  tellProduct({ event: "picture made", userId: "user_secret", facts: { fluxModel: "flux-2-dev" } });
  await expect.poll(() => seen.length).toBe(1);
  const { event, properties } = JSON.parse(seen[0]?.body ?? "") as { event: string; properties: object };
  expect({ event, properties }).toMatchObject({
    event: "picture made",
    properties: { fluxModel: "flux-2-dev" },
  });
  expect(seen[0]?.body).not.toContain("user_secret");
});
