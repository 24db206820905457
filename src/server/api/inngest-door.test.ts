import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { doorRows } from "./testing/door-rows";
import type { Method } from "./testing/door-rows";
import { visitDoor } from "./testing/visit-door";
import type { Door } from "./testing/visit-door";

let route: Partial<Record<Method, Door>>;

// As in production: with a signing key, and no executor that is trusted for being near.
beforeAll(async () => {
  vi.resetModules();
  vi.stubEnv("INNGEST_DEV", "0");
  vi.stubEnv("INNGEST_SIGNING_KEY", `signkey-prod-${"0f".repeat(32)}`);
  vi.stubEnv("INNGEST_EVENT_KEY", "event-key");
  route = await import("~/app/api/inngest/route");
}, 60_000);

afterAll(() => {
  vi.unstubAllEnvs();
});

const signatures = { none: undefined, made: `t=${Math.floor(Date.now() / 1000)}&s=${"00".repeat(32)}` };
const body = JSON.stringify({ event: { name: "pictures/queued", data: {} }, events: [], steps: {}, ctx: {} });

test.each(Object.entries(signatures))(
  "runs nothing for whoever is not Inngest: signature %s",
  async (_, signature) => {
    const log = vi.spyOn(console, "warn").mockReturnValue();
    const error = vi.spyOn(console, "error");
    const headers: Record<string, string> = {
      "content-type": "application/json",
      // Otherwise the SDK would go and register at inngest.com.
      "x-inngest-sync-kind": "in_band",
      ...(signature !== undefined && { "x-inngest-signature": signature }),
    };
    for (const method of ["POST", "PUT"] as const) {
      const door = route[method];
      if (!door) throw new Error(`/api/inngest has no ${method}.`);
      const path = "/api/inngest?fnId=likeness-generate-pictures&stepId=step";
      const answer = await visitDoor(door, { method, path, params: {}, headers, body, visitor: null });
      expect([method, answer.status]).toEqual([method, 401]);
    }
    // Noted each time, and by nobody else: the SDK's own line would have no bound.
    expect(log.mock.calls.join()).toMatch(/^(refused: signature \(request [0-9a-f-]{36}\),?){2}$/);
    expect(error).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  },
);

test("tells whoever asks nothing of its functions or keys", async () => {
  const door = route.GET;
  if (!door) throw new Error("/api/inngest has no GET.");
  const answer = await visitDoor(door, { method: "GET", path: "/api/inngest", params: {}, visitor: null });
  expect(await answer.text()).not.toMatch(/generate-pictures|signkey|event-key/);
});

test("has the methods of the table", () => {
  expect(Object.keys(doorRows["inngest"] ?? {}).toSorted()).toEqual(
    Object.keys(route)
      .filter((name) => /^[A-Z]+$/.test(name))
      .toSorted(),
  );
});
