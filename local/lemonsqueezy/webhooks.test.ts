import { cancelSubscription, listSubscriptions } from "@lemonsqueezy/lemonsqueezy.js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sign } from "./send-webhooks";
import { openStore, webhookSecret } from "./testing/open-store";

let shop: Awaited<ReturnType<typeof openStore>>;
beforeEach(async () => {
  shop = await openStore();
});
afterEach(() => shop.close());

const bought = [
  "order_created",
  "subscription_created",
  "subscription_updated",
  "subscription_payment_success",
];
const heard = (events: string[]) => vi.waitFor(() => expect(shop.listener.events()).toEqual(events), 5_000);
const settled = () =>
  vi.waitFor(async () => {
    expect((await shop.deliveries()).filter(({ status }) => status === "waiting")).toEqual([]);
  }, 5_000);

test("each event is signed over its raw body and says whose it is", async () => {
  const id = await shop.buy();
  await heard(bought);
  for (const { event, signature, body } of shop.listener.heard) {
    expect(signature).toBe(sign(webhookSecret, body));
    const parsed = JSON.parse(body) as { meta: object; data: object };
    expect(parsed.meta).toMatchObject({
      event_name: event,
      test_mode: true,
      webhook_id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      custom_data: { user_id: "user_ada" },
    });
  }
  expect(JSON.parse(shop.listener.heard[3]!.body)).toMatchObject({
    data: {
      type: "subscription-invoices",
      attributes: { subscription_id: id, billing_reason: "initial", status: "paid", total: 2000 },
    },
  });
  expect(new Set((await shop.deliveries()).map((each) => each.id)).size).toBe(4);
});

test("says the documented events of everything that can happen", async () => {
  const subscription = await shop.buy();
  await settled();
  const after = async (act: Parameters<typeof shop.act>[0]) => {
    const before = shop.listener.heard.length;
    expect((await shop.act(act)).status).toBe(200);
    await settled();
    return shop.listener.events().slice(before);
  };
  const name = (events: string[]) => events.map((event) => event.replace("subscription_", ""));

  expect(name(await after({ act: "renew", subscription }))).toEqual(["payment_success", "updated"]);
  expect(name(await after({ act: "fail", subscription }))).toEqual(["payment_failed", "updated"]);
  expect(name(await after({ act: "recover", subscription }))).toEqual([
    "payment_recovered",
    "payment_success",
    "updated",
  ]);
  expect(name(await after({ act: "cancel", subscription }))).toEqual(["cancelled", "updated"]);
  expect(name(await after({ act: "resume", subscription }))).toEqual(["resumed", "updated"]);
  expect(name(await after({ act: "pause", subscription }))).toEqual(["paused", "updated"]);
  expect(name(await after({ act: "unpause", subscription }))).toEqual(["unpaused", "updated"]);
  expect(name(await after({ act: "refund", subscription }))).toEqual(["payment_refunded"]);
  expect(name(await after({ act: "give-up", subscription }))).toEqual(["updated"]);
  expect(name(await after({ act: "expire", subscription }))).toEqual(["expired", "updated"]);
  expect((await shop.act({ act: "recover", subscription })).status).toBe(409);
  expect((await shop.act({ act: "renew", subscription: 1 })).status).toBe(404);
});

test("the calendar renews what is due, and fails it when the card cannot pay", async () => {
  const subscription = await shop.buy();
  await settled();
  await shop.act({ act: "pass", subscription, days: 32 });
  await heard([...bought, "subscription_updated", "subscription_payment_success", "subscription_updated"]);

  const { data } = await listSubscriptions({ page: { size: 1 } });
  await shop.pay(data!.data[0]!.attributes.urls.update_payment_method, "4000 0000 0000 0341");
  await shop.act({ act: "pass", subscription, days: 31 });
  await vi.waitFor(() => expect(shop.listener.events()).toContain("subscription_payment_failed"), 5_000);
});

test("anything but 200 is tried again three times, then lost, and can be sent again by hand", async () => {
  shop.listener.answerWith(500, 302, 404, 503);
  const id = await shop.buy();
  await settled();
  const lost = (await shop.deliveries()).filter(({ status }) => status === "lost");
  const attempts = (await shop.deliveries()).flatMap((each) => each.attempts);
  expect(attempts.toSorted()).toEqual([200, 200, 200, 200, 302, 404, 500, 503]);
  expect(lost.length).toBe(0);

  shop.listener.answerWith(500, 500, 500, 500);
  await shop.fail({ on: "webhook:subscription_updated", kind: "drop", times: 1 });
  await shop.act({ act: "renew", subscription: id });
  await settled();
  const [dropped, success] = await shop.deliveries();
  expect([dropped?.status, success?.status, success?.attempts]).toEqual([
    "dropped",
    "lost",
    [500, 500, 500, 500],
  ]);
  const before = shop.listener.heard.length;
  await shop.act({ act: "resend", delivery: success!.id });
  await settled();
  expect(shop.listener.heard.slice(before).map(({ body }) => body)).toEqual([success!.body]);
});

test("duplicates, turns round, delays, forges and garbles as told", async () => {
  await shop.fail(
    { on: "batch", kind: "shuffle", times: 1 },
    { on: "webhook:subscription_payment_success", kind: "duplicate", times: 1 },
  );
  await shop.buy();
  await settled();
  expect(shop.listener.events()).toEqual(["subscription_payment_success", ...bought.toReversed()]);
  const [one, other] = shop.listener.heard;
  expect(one!.body).toBe(other!.body);

  const subscription = await shop.buy();
  await settled();
  await shop.fail({ on: "webhook", kind: "forged", times: 1 }, { on: "webhook", kind: "garbage", times: 1 });
  const from = shop.listener.heard.length;
  shop.listener.answerWith(401);
  await shop.act({ act: "cancel", subscription });
  await settled();
  const [forged, genuine, garbled] = shop.listener.heard.slice(from);
  expect(forged!.body).toBe(genuine!.body);
  expect(forged!.signature).not.toBe(sign(webhookSecret, forged!.body));
  expect(genuine!.signature).toBe(sign(webhookSecret, genuine!.body));
  expect(() => JSON.parse(garbled!.body) as unknown).toThrow();
});

test("late by a day: what happened yesterday arrives after what happened today", async () => {
  await shop.fail({ on: "webhook:subscription_cancelled", kind: "late", times: 1 });
  const subscription = await shop.buy();
  await cancelSubscription(subscription);
  await shop.act({ act: "resume", subscription });
  await vi.waitFor(() => expect(shop.listener.events()).toContain("subscription_resumed"), 5_000);
  expect(shop.listener.events()).not.toContain("subscription_cancelled");

  await shop.act({ act: "wait", hours: 25 });
  await settled();
  expect(shop.listener.events().at(-1)).toBe("subscription_cancelled");
  const body = JSON.parse(shop.listener.heard.at(-1)!.body) as { data: { attributes: { status: string } } };
  expect(body.data.attributes.status).toBe("cancelled");
});
