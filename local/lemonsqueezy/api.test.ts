import {
  cancelSubscription,
  createCheckout,
  getAuthenticatedUser,
  getCustomer,
  getStore,
  getSubscription,
  issueSubscriptionInvoiceRefund,
  lemonSqueezySetup,
  listPrices,
  listProducts,
  listSubscriptionInvoices,
  listSubscriptions,
  listVariants,
  updateSubscription,
} from "@lemonsqueezy/lemonsqueezy.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { offers, store } from "./catalog";
import { openStore } from "./testing/open-store";

let shop: Awaited<ReturnType<typeof openStore>>;
beforeAll(async () => {
  shop = await openStore();
});
afterAll(() => shop.close());

async function buy(variantId: number = offers.creator.variantId): Promise<string> {
  const { data, error } = await createCheckout(store.id, variantId, {
    productOptions: { redirectUrl: "http://localhost:9/back" },
    checkoutData: { email: "ada@example.test", custom: { user_id: "user_ada" } },
  });
  expect(error).toBeNull();
  const paid = await shop.pay(data!.data.attributes.url);
  expect([paid.status, paid.headers.get("location")]).toEqual([303, "http://localhost:9/back"]);
  const list = await listSubscriptions({ filter: { storeId: store.id }, page: { size: 1 } });
  return list.data!.data[0]!.id;
}

const invoicesOf = async (subscriptionId: string) =>
  (await listSubscriptionInvoices({ filter: { subscriptionId } })).data!.data;

test("knows its key, its store and what it sells", async () => {
  expect((await getAuthenticatedUser()).data).toMatchObject({ meta: { test_mode: true } });
  expect((await getStore(store.id)).data?.data.attributes.currency).toBe("USD");
  expect(
    (await listProducts({ filter: { storeId: store.id } })).data?.data.map((each) => each.attributes.name),
  ).toEqual(["Creator", "Pro", "Enterprise"]);
  const variants = (await listVariants({ filter: { productId: offers.pro.productId } })).data!.data;
  expect(variants.map((each) => [each.id, each.attributes.price, each.attributes.interval])).toEqual([
    [String(offers.pro.variantId), 4000, "month"],
  ]);
  expect((await listPrices()).data?.data.map((each) => each.attributes.unit_price)).toEqual([
    2000, 4000, 9900,
  ]);

  lemonSqueezySetup({ apiKey: "another-key" });
  const stranger = await getStore(store.id);
  expect([stranger.statusCode, stranger.error?.cause]).toMatchObject([401, [{ title: "Unauthenticated" }]]);
  lemonSqueezySetup({ apiKey: "a-key-for-tests-only" });
});

test("a checkout echoes what was asked, and refuses what it cannot sell", async () => {
  const { statusCode, data } = await createCheckout(store.id, offers.pro.variantId, {
    customPrice: 500,
    checkoutData: { email: "ada@example.test", custom: { user_id: "u1", seats: 2 } },
  });
  expect(statusCode).toBe(201);
  expect(data?.data.attributes).toMatchObject({
    variant_id: offers.pro.variantId,
    custom_price: 500,
    checkout_data: { email: "ada@example.test", custom: { user_id: "u1", seats: "2" } },
    test_mode: true,
  });

  const refused = [
    await createCheckout(store.id, 1),
    await createCheckout(2, offers.pro.variantId),
    await createCheckout(store.id, offers.pro.variantId, { checkoutData: { custom: { a: { b: 1 } } } }),
    await createCheckout(store.id, offers.pro.variantId, { productOptions: { redirectUrl: "nowhere" } }),
  ];
  expect(refused.map(({ statusCode: code }) => code)).toEqual([422, 422, 422, 422]);
  expect(refused[3]!.error?.cause).toMatchObject([
    { source: { pointer: "/data/attributes/product_options/redirect_url" } },
  ]);
});

test("a declined card buys nothing; the next one does, with an order, a subscription and an invoice", async () => {
  const before = (await listSubscriptions()).data!.meta.page.total;
  const { data } = await createCheckout(store.id, offers.creator.variantId);
  const { url } = data!.data.attributes;
  const page = await (await fetch(url)).text();
  expect(page).toContain("$20.00");
  const declined = await shop.pay(url, "4000 0000 0000 0002");
  expect([declined.status, await declined.text()]).toEqual([
    422,
    expect.stringContaining("Your card was declined."),
  ]);
  expect((await listSubscriptions()).data!.meta.page.total).toBe(before);

  const id = await buy();
  const { attributes } = (await getSubscription(id)).data!.data;
  expect(attributes).toMatchObject({
    status: "active",
    cancelled: false,
    variant_id: offers.creator.variantId,
    user_email: "ada@example.test",
    card_last_four: "4242",
    ends_at: null,
  });
  const days = (Date.parse(attributes.renews_at) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(27);
  expect(days).toBeLessThan(32);
  expect((await invoicesOf(id)).map((each) => each.attributes)).toMatchObject([
    { billing_reason: "initial", status: "paid", total: 2000, total_formatted: "$20.00" },
  ]);
  const customer = (await getCustomer(attributes.customer_id)).data!.data.attributes;
  expect((await fetch(customer.urls.customer_portal!)).status).toBe(200);
});

test("a change of plan is charged now, with the next renewal, or not at all", async () => {
  const now = await buy();
  await shop.act({ act: "pass", subscription: Number(now), days: 15 });
  const upgraded = await updateSubscription(now, {
    variantId: offers.pro.variantId,
    invoiceImmediately: true,
  });
  expect(upgraded.data?.data.attributes).toMatchObject({
    variant_id: offers.pro.variantId,
    product_name: "Pro",
  });
  const [change] = await invoicesOf(now);
  expect(change?.attributes.billing_reason).toBe("updated");
  expect(change?.attributes.total).toBeGreaterThan(900);
  expect(change?.attributes.total).toBeLessThan(1_100);

  const later = await buy();
  await updateSubscription(later, { variantId: offers.pro.variantId });
  expect(await invoicesOf(later)).toHaveLength(1);
  await shop.act({ act: "renew", subscription: Number(later) });
  expect((await invoicesOf(later))[0]?.attributes).toMatchObject({ billing_reason: "renewal", total: 6000 });

  const free = await buy();
  await updateSubscription(free, { variantId: offers.pro.variantId, disableProrations: true });
  await shop.act({ act: "renew", subscription: Number(free) });
  expect((await invoicesOf(free))[0]?.attributes.total).toBe(4000);

  const down = await buy(offers.pro.variantId);
  await updateSubscription(down, { variantId: offers.creator.variantId, invoiceImmediately: true });
  expect(await invoicesOf(down)).toHaveLength(1);
  await shop.act({ act: "renew", subscription: Number(down) });
  expect((await invoicesOf(down))[0]?.attributes.total).toBe(0);
});

test("cancels until the period's end, resumes, expires, and then stays as it is", async () => {
  const id = await buy();
  const cancelled = (await cancelSubscription(id)).data!.data.attributes;
  expect(cancelled).toMatchObject({ status: "cancelled", cancelled: true, ends_at: cancelled.renews_at });
  const resumed = await updateSubscription(id, { cancelled: false });
  expect(resumed.data?.data.attributes).toMatchObject({ status: "active", cancelled: false, ends_at: null });

  await cancelSubscription(id);
  await shop.act({ act: "pass", subscription: Number(id), days: 32 });
  expect((await getSubscription(id)).data?.data.attributes.status).toBe("expired");
  const late = await updateSubscription(id, { cancelled: false });
  expect([late.statusCode, late.error?.cause]).toMatchObject([
    422,
    [{ detail: "Expired subscriptions cannot be updated." }],
  ]);
});

test("a renewal that fails is past due with one unpaid invoice, until the card is better", async () => {
  const id = await buy();
  for (let times = 0; times < 2; times++) await shop.act({ act: "fail", subscription: Number(id) });
  expect((await getSubscription(id)).data?.data.attributes.status).toBe("past_due");
  expect((await invoicesOf(id)).map((each) => each.attributes.status)).toEqual(["pending", "paid"]);

  const { urls } = (await getSubscription(id)).data!.data.attributes;
  expect((await shop.pay(urls.update_payment_method, "4000000000000002")).status).toBe(422);
  expect((await shop.pay(urls.update_payment_method)).status).toBe(303);
  expect((await getSubscription(id)).data?.data.attributes.status).toBe("active");
  expect((await invoicesOf(id)).map((each) => each.attributes.status)).toEqual(["paid", "paid"]);
});

test("refunds in part and in whole, and never more than was paid", async () => {
  const id = await buy();
  const [invoice] = await invoicesOf(id);
  const part = await issueSubscriptionInvoiceRefund(invoice!.id, 500);
  expect(part.data?.data.attributes).toMatchObject({
    status: "partial_refund",
    refunded: false,
    refunded_amount: 500,
  });
  const rest = await issueSubscriptionInvoiceRefund(invoice!.id, 9_999);
  expect(rest.data?.data.attributes).toMatchObject({
    status: "refunded",
    refunded: true,
    refunded_amount: 2000,
  });
  expect((await issueSubscriptionInvoiceRefund(invoice!.id, 1)).statusCode).toBe(422);
});

test("lists newest first, filtered, in pages", async () => {
  const all = (await listSubscriptions({ page: { size: 100 } })).data!;
  const ids = all.data.map((each) => each.id);
  expect(ids).toEqual(ids.toSorted((one, other) => Number(other) - Number(one)));

  const second = (await listSubscriptions({ page: { number: 2, size: 3 } })).data!;
  expect(second.data.map((each) => each.id)).toEqual(ids.slice(3, 6));
  expect(second.meta.page).toMatchObject({ currentPage: 2, perPage: 3, from: 4, to: 6, total: ids.length });
  const active = (await listSubscriptions({ filter: { status: "expired" } })).data!;
  expect(active.data.map((each) => each.attributes.status)).toEqual(["expired"]);
  expect((await listSubscriptions({ filter: { userEmail: "nobody@example.test" } })).data?.data).toEqual([]);
  expect((await getSubscription(1)).statusCode).toBe(404);
});

test("fails as told, then recovers", async () => {
  await shop.fail(
    { on: "api", kind: "status", status: 429, times: 1 },
    { on: "api", kind: "garbage", times: 1 },
  );
  expect((await listSubscriptions()).statusCode).toBe(429);
  expect((await listSubscriptions()).error).toBeInstanceOf(SyntaxError);
  expect((await listSubscriptions()).statusCode).toBe(200);
});
