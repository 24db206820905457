import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { env } from "~/env";
import type { Fault } from "~/local/control";
import { startLemonSqueezy } from "~/local/lemonsqueezy/start-lemonsqueezy";
import { redirectFixedOrigins } from "~/local/preload/redirect-fixed-origins.mjs";
import type { Vendor } from "~/local/vendor";

import {
  changeVariant,
  listInvoicesOf,
  openCheckout,
  pageSubscriptions,
  readSubscription,
} from "./lemonsqueezy";

// A seller of its own: what is spoiled here must not meet other tests.
let dir: string;
let seller: Vendor;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "likeness-seller-"));
  const [apiKey, webhookSecret] = [env.LEMONSQUEEZY_API_KEY ?? "", env.LEMONSQUEEZY_WEBHOOK_SECRET ?? ""];
  seller = await startLemonSqueezy({ port: 0, dir, apiKey, webhookSecret });
  redirectFixedOrigins(new URL(seller.origin).port);
});
afterAll(async () => {
  await seller.close();
  await rm(dir, { recursive: true, force: true });
});

async function spoil(fault: Fault): Promise<void> {
  await fetch(`${seller.origin}/__control`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ faults: [fault] }),
  });
}

const order = (variantId: string) => ({
  ...{ variantId, userId: "user_ada", checkoutId: crypto.randomUUID(), email: null, returnUrl: null },
});

describe("what goes wrong at Lemon Squeezy becomes a sentence", () => {
  test.each([
    [429, "VENDOR_BUSY", /does not answer right now/],
    [500, "VENDOR_BUSY", /does not answer right now/],
    [503, "VENDOR_BUSY", /does not answer right now/],
    [401, "VENDOR_UNAVAILABLE", /not set up rightly/],
    [403, "VENDOR_UNAVAILABLE", /not set up rightly/],
  ] as const)("%i", async (status, code, message) => {
    await spoil({ on: "api", kind: "status", status, times: 1 });
    const failure = await pageSubscriptions(1).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: "Failure", code });
    expect((failure as Error).message).toMatch(message);
  });

  test("an answer that is no JSON", async () => {
    await spoil({ on: "api", kind: "garbage", times: 1 });
    await expect(pageSubscriptions(1)).rejects.toMatchObject({ name: "Failure", code: "VENDOR_BUSY" });
  });

  test("no answer within ten seconds", async () => {
    await spoil({ on: "api", kind: "hang", times: 1 });
    await expect(pageSubscriptions(1)).rejects.toMatchObject({
      ...{ code: "VENDOR_BUSY", message: "Lemon Squeezy did not answer in time. Look again in a minute." },
    });
  });

  test("a refusal, with the reason that the SDK hides", async () => {
    await expect(openCheckout(order("1"))).rejects.toMatchObject({
      ...{ code: "REFUSED", message: expect.stringMatching(/does not allow this: .*variant/i) as string },
    });
  });

  test("a change of what does not exist", async () => {
    const variantId = env.LEMONSQUEEZY_VARIANT_PRO ?? "";
    await expect(changeVariant({ id: "999", variantId, charge: true })).rejects.toMatchObject({
      code: "VENDOR_UNAVAILABLE",
    });
  });
});

test("a subscription that does not exist is no failure", async () => {
  expect(await readSubscription("999")).toBeUndefined();
  expect(await listInvoicesOf("999")).toEqual([]);
});

test("a checkout's address leads to the hosted page", async () => {
  const url = await openCheckout(order(env.LEMONSQUEEZY_VARIANT_CREATOR ?? ""));
  expect((await fetch(url)).status).toBe(200);
});
