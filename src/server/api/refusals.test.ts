import { createHmac } from "node:crypto";

import { neonConfig } from "@neondatabase/serverless";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { MockInstance } from "vitest";
import ws from "ws";

import { rates } from "~/catalog/rates";
import { newId } from "~/server/new-id";

import { signInSomebody, visitDoor } from "./testing/visit-door";
import type { Door } from "./testing/visit-door";

neonConfig.webSocketConstructor = ws;

let log: MockInstance<typeof console.warn>;
beforeEach(() => {
  log = vi.spyOn(console, "warn").mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** The rules that were noted, each with a request that is one of ours. */
function notedRules(): string[] {
  const lines = log.mock.calls.map(([line]) => String(line)).filter((line) => line.startsWith("refused: "));
  return lines.map((line) => /^refused: (.+) \(request [0-9a-f-]{36}\)$/.exec(line)?.[1] ?? `?${line}`);
}

const headers = () => ({ "content-type": "application/json", "x-forwarded-for": newId() });

test("a forged call at a vendor's door leaves a line", async () => {
  const doors: Record<string, Promise<{ POST: Door }>> = {
    "webhooks/clerk": import("~/app/api/webhooks/clerk/route"),
    "webhooks/lemonsqueezy": import("~/app/api/webhooks/lemonsqueezy/route"),
    "uploadthing?slug=photo": import("~/app/api/uploadthing/route"),
  };
  const signature = createHmac("sha256", "not ours").update("{}").digest("hex");
  for (const [path, door] of Object.entries(doors)) {
    log.mockClear();
    const forged = {
      ...headers(),
      ...{ "x-signature": signature, "uploadthing-hook": "callback" },
      "x-uploadthing-signature": `hmac-sha256=${signature}`,
    };
    const { POST } = await door;
    const visit = { method: "POST", path: `/api/${path}`, params: {}, headers: forged, body: "{}" };
    const { status } = await visitDoor(POST, { ...visit, visitor: null });
    expect([401, 400], path).toContain(status);
    expect(notedRules(), path).toEqual(["signature"]);
  }
});

test("who asks for what is an operator's, or for a person's signed out, leaves a line and no name", async () => {
  const { GET } = await import("~/app/api/trpc/[trpc]/route");
  const stranger = await signInSomebody();
  const ask = (path: string, visitor: typeof stranger | null) =>
    visitDoor(GET, { method: "GET", path: `/api/trpc/${path}`, params: {}, headers: headers(), visitor });
  expect((await ask("admin.overview", stranger)).status).toBe(404);
  expect((await ask("models.list", null)).status).toBe(401);
  expect(notedRules()).toEqual(["operator", "signed-out"]);
  expect(JSON.stringify(log.mock.calls)).not.toContain(stranger.userId);
});

test("too many tries leave a line", async () => {
  const { POST } = await import("~/app/api/receipts/check/route");
  const visit = { method: "POST", path: "/api/receipts/check", params: {}, headers: headers(), body: "{}" };
  for (let nth = 0; nth <= rates.receipt.perAddress; nth += 1) {
    await visitDoor(POST, { ...visit, visitor: null });
  }
  expect(log.mock.calls.join()).toContain("refused: too-often receipt");
});

test("another site's change leaves a line with the number that its answer has", async () => {
  const { default: proxy } = await import("~/proxy");
  const { NextRequest } = await import("next/server");
  const request = new NextRequest("http://localhost:3000/api/trpc/models.delete", {
    method: "POST",
    headers: { host: "localhost:3000", origin: "https://evil.example", "sec-fetch-site": "cross-site" },
  });
  const answer = await proxy(request, Object.create(null) as never); // it waits for nothing
  expect(answer?.status).toBe(403);
  expect(log.mock.calls).toEqual([
    [`refused: other-site (request ${answer?.headers.get("x-request-id") ?? "none"})`],
  ]);
});
